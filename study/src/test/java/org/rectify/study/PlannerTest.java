package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.study.plan.Cell;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyPlan;

/** What studies expand to (items 19, 58, 60, 63, 66). */
class PlannerTest {

    @TempDir
    private Path folder;

    @Test
    void everyArmIsRunWithEverySeedAtEveryPointOfTheGrid() {
        StudyPlan plan = study().plan(SmallStudy.TEXT);

        assertThat(plan.rows()).hasSize(8);
        assertThat(plan.trials()).hasSize(8);
        assertThat(names(plan)).containsExactly("rectifier", "tanh");
        PlacedTrial last = plan.rows().get(7);
        assertThat(last.replicate().seed()).isEqualTo(2);
        assertThat(last.point().values()).containsEntry("fine-tuning.optimizer.learning-rate", "0.01");
        assertThat(last.trial().experiment().text())
                .contains("type = tanh", "learning-rate = 0.01", "seed = 2")
                .doesNotContain("study");
    }

    @Test
    void axesMultiplyAndCombinationsCanBeLeftOut() {
        StudyPlan plan = study().plan(
                        SmallStudy.TEXT,
                        "study.axes.width={narrow{network.hidden=[4]},wide{network.hidden=[9,9]}}",
                        "study.exclude=[{neuron=tanh,width=wide}]");

        assertThat(names(plan)).containsExactly("rectifier/narrow", "rectifier/wide", "tanh/narrow");
    }

    @Test
    void anArmMayHaveAGridOfItsOwn() {
        StudyPlan plan = study().plan(
                        SmallStudy.TEXT,
                        "study.axes.neuron.rectifier.network.penalty={type=l1-activation,coefficient=0}",
                        "study.axes.neuron.rectifier.grid={network.penalty.coefficient=[0,1e-5,1e-3]}");

        assertThat(plan.rows().stream().filter(row -> row.cell().name().equals("rectifier")))
                .hasSize(12);
        assertThat(plan.rows().stream().filter(row -> row.cell().name().equals("tanh")))
                .hasSize(4);
    }

    @Test
    void foldsAndFractionsOfTheLabelsMultiplyToo() {
        StudyPlan plan = study().plan(SmallStudy.TEXT, "study.folds=5", "study.label-fractions=[0.1,1]");

        assertThat(plan.rows()).hasSize(2 * 2 * 2 * 5 * 2);
        assertThat(names(plan)).containsExactly("rectifier at 0.1", "rectifier at 1.0", "tanh at 0.1", "tanh at 1.0");
        assertThat(plan.rows().get(2).trial().experiment().text()).contains("folds = 5", "fold = 2");
    }

    @Test
    void spacedDrawsCoverTheirIntervalAndUniformOnesStayInIt() {
        String random = "study.random={count=5,draws={network.penalty.coefficient={spaced=[0,0.001]},"
                + "fine-tuning.optimizer.learning-rate={log-uniform=[0.01,0.1]}}}";
        String penalty = "network.penalty={type=l1-activation,coefficient=1}";
        StudyPlan plan = study().plan(SmallStudy.TEXT, random, penalty, "study.grid=null", "study.seeds=[1]");

        List<Cell> cells = plan.rows().stream()
                .map(PlacedTrial::cell)
                .filter(cell -> cell.arm().name().equals("tanh"))
                .toList();
        assertThat(cells.stream().map(cell -> cell.axes().get("network.penalty.coefficient")))
                .containsExactly("0.0", "2.5E-4", "5.0E-4", "7.5E-4", "0.001");
        assertThat(cells.stream().map(cell -> Double.valueOf(cell.axes().get("fine-tuning.optimizer.learning-rate"))))
                .doesNotHaveDuplicates()
                .allMatch(rate -> rate >= 0.01 && rate < 0.1);
        assertThat(study().plan(SmallStudy.TEXT, random, penalty, "study.grid=null", "study.seeds=[1]")
                        .trials()
                        .keySet())
                .isEqualTo(plan.trials().keySet());
    }

    @Test
    void armsThatComeToTheSameExperimentShareItsTrial() {
        StudyPlan plan = study().plan(SmallStudy.TEXT, "study.axes.neuron.hinge={network.activation=rectifier}");

        assertThat(plan.rows()).hasSize(12);
        assertThat(plan.trials()).hasSize(8);
    }

    @Test
    void aLevelIsLaidOverTheWholeFile() {
        String text = SmallStudy.TEXT
                + "study.levels { smoke { network.hidden = [3], study { seeds = [1], axes.neuron.tanh = null } } }";
        StudyPlan plan = new Planner(
                        study().read(text, Optional.of("smoke"), "fine-tuning.epochs=1"), SmallStudy.registry(), folder)
                .plan();

        assertThat(names(plan)).containsExactly("rectifier");
        assertThat(plan.rows()).hasSize(2);
        assertThat(plan.rows().get(0).trial().experiment().text()).contains("hidden = [3]", "epochs = 1");
        assertThat(study().plan(text).rows()).hasSize(8);
        assertThatThrownBy(() -> study().read(text, Optional.of("smok")))
                .hasMessageContainingAll("there is no level 'smok'", "did you mean 'smoke'?");
    }

    @Test
    void theIdentityLeavesOutWhatChangesNoResult() {
        StudyPlan plan = study().plan(SmallStudy.TEXT);

        assertThat(study().plan(SmallStudy.TEXT, "engine.threads=2", "experiment.name=other")
                        .trials()
                        .keySet())
                .isEqualTo(plan.trials().keySet());
        assertThat(study().plan(SmallStudy.TEXT, "fine-tuning.epochs=3")
                        .trials()
                        .keySet())
                .doesNotContainAnyElementsOf(plan.trials().keySet());
    }

    @Test
    void everythingWrongIsInOneListWithItsLine() {
        String text = SmallStudy.TEXT
                .replace("network.activation = tanh", "network.activation = tan")
                .replace("seeds = [1, 2]", "seeds = [1, 1]\n  fold = 3")
                .replace("[0.1, 0.01]", "0.1");

        assertThatThrownBy(() -> study().plan(text))
                .hasMessageContainingAll(
                        "3 problems",
                        "study.conf:12: study.grid.fine-tuning.optimizer.learning-rate: must be a list",
                        "study.conf:13: study.seeds = [1, 1]: must be different from each other",
                        "study.conf:14: study.fold: unknown key",
                        "did you mean 'folds'?");
    }

    @Test
    void aProblemOfOneArmNamesItAndIsListedOnce() {
        String text = SmallStudy.TEXT.replace("network.activation = tanh", "network.activation = tan");

        assertThatThrownBy(() -> study().plan(text))
                .hasMessageContainingAll(
                        "1 problem",
                        "study.conf:9: network.activation = \"tan\": no such activation (in tanh)",
                        "did you mean 'tanh'?");
    }

    @Test
    void claimsAreAboutRowsThatThereAre() {
        String claim = "claims { best { type = difference, metric = error-rate, first = rectifier, second = tahn,"
                + " relation = below } }";

        assertThatThrownBy(() -> study().plan(SmallStudy.TEXT + claim))
                .hasMessageContainingAll("claims.best: the table has no row 'tahn'", "did you mean 'tanh'?");
    }

    @Test
    void aClaimAcrossAnAxisIsAFamily() {
        String claim = "claims { sparse { type = level, across = neuron, metric = sparsity, arm = \"{neuron}\","
                + " relation = above, threshold = 0.5 } }";

        assertThat(study().plan(SmallStudy.TEXT + claim).spec().claims())
                .singleElement()
                .satisfies(spec -> assertThat(spec.claim().arms()).containsExactly("rectifier", "tanh"));
    }

    private SmallStudy study() {
        return new SmallStudy(folder);
    }

    private static List<String> names(StudyPlan plan) {
        return plan.rows().stream().map(row -> row.cell().name()).distinct().toList();
    }
}
