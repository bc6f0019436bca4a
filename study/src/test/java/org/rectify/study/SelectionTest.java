package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.StudyPlan;
import org.rectify.study.result.CellResult;
import org.rectify.study.result.Outcomes;
import org.rectify.study.result.Selection;
import org.rectify.study.result.TrialResult;

/** Which points of a grid are selected, and by what (items 19 and 21). */
class SelectionTest {

    private static final String ONE_ARM = SmallStudy.TEXT.replace("tanh { network.activation = tanh }", "");

    @TempDir
    private Path folder;

    private final Map<String, TrialResult> results = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();

    @Test
    void theLowestValidationErrorIsSelectedWhateverTheTestErrors() {
        StudyPlan plan = plan();
        end(plan.rows().get(0), 0.3, 1, 0.1);
        end(plan.rows().get(1), 0.2, 1, 0.9);

        assertThat(selected(plan)).containsExactly(plan.rows().get(1));
        assertThat(cell(plan).values()).containsExactly(0.9);
    }

    @Test
    void theHighestValueIsSelectedWhereHigherIsBetter() {
        StudyPlan plan = plan("metrics=[macro-f1]");
        for (int row = 0; row < plan.rows().size(); row++) {
            Map<String, Double> validation = Map.of("macro-f1", 0.2 + 0.1 * row, "error-rate", 0.1 * row);
            results.put(identity(plan, row), new TrialResult(validation, 1, validation, 0.5, 50, 9, false, 1));
        }

        assertThat(selected(plan))
                .contains(plan.rows().get(1))
                .doesNotContain(plan.rows().get(0));
    }

    @Test
    void amongEqualsTheEarlierEpochThenTheLargerRateIsSelected() {
        StudyPlan plan = plan("study.grid={fine-tuning.optimizer.learning-rate=[0.01,0.1,0.001]}");
        end(plan.rows().get(0), 0.2, 5, 0.1);
        end(plan.rows().get(1), 0.2, 5, 0.1);
        end(plan.rows().get(2), 0.2, 6, 0.1);
        end(plan.rows().get(3), 0.2, 5, 0.1);
        end(plan.rows().get(4), 0.2, 5, 0.1);
        end(plan.rows().get(5), 0.2, 4, 0.1);

        assertThat(selected(plan))
                .containsExactly(plan.rows().get(1), plan.rows().get(5));
    }

    @Test
    void divergedAndFailedTrialsAreNeverSelected() {
        StudyPlan plan = plan();
        results.put(identity(plan, 0), new TrialResult(Map.of("error-rate", 0.0), 0, Map.of(), 0.5, 50, 1, true, 1));
        end(plan.rows().get(1), 0.4, 1, 0.4);
        failures.put(identity(plan, 2), "no data");
        results.put(identity(plan, 3), new TrialResult(Map.of(), 0, Map.of(), 0.5, 50, 1, true, 1));

        assertThat(selected(plan)).containsExactly(plan.rows().get(1));
        assertThat(cell(plan).missing()).containsExactly("seed 2: diverged or failed");
    }

    @Test
    void nothingIsSelectedBeforeAllPointsHaveEnded() {
        StudyPlan plan = plan();
        end(plan.rows().get(0), 0.3, 1, 0.1);

        assertThat(selected(plan)).isEmpty();
        assertThat(new Selection(plan, outcomes()).open())
                .containsExactly(
                        plan.rows().get(1).trial(),
                        plan.rows().get(2).trial(),
                        plan.rows().get(3).trial());
    }

    @Test
    void theFirstSeedCanSelectForAll() {
        StudyPlan plan = plan("study.select=first-seed");

        assertThat(new Selection(plan, outcomes()).open()).hasSize(2);
        end(plan.rows().get(0), 0.3, 1, 0.1);
        end(plan.rows().get(1), 0.2, 1, 0.1);
        assertThat(new Selection(plan, outcomes()).open())
                .containsExactly(plan.rows().get(3).trial());
        end(plan.rows().get(3), 0.9, 1, 0.1);
        assertThat(selected(plan))
                .containsExactly(plan.rows().get(1), plan.rows().get(3));
        assertThat(cell(plan).chosen()).containsEntry("fine-tuning.optimizer.learning-rate", Map.of("0.01", 2));
    }

    private StudyPlan plan(String... overrides) {
        return new SmallStudy(folder).plan(ONE_ARM, overrides);
    }

    private void end(PlacedTrial row, double validation, int epoch, double test) {
        results.put(
                row.trial().identity(),
                new TrialResult(
                        Map.of("error-rate", validation), epoch, Map.of("error-rate", test), 0.5, 50, 9, false, 1));
    }

    private Outcomes outcomes() {
        return new Outcomes(results, failures);
    }

    private List<PlacedTrial> selected(StudyPlan plan) {
        Selection selection = new Selection(plan, outcomes());
        return plan.rows().stream().filter(selection::isSelected).toList();
    }

    private CellResult cell(StudyPlan plan) {
        return CellResult.all(plan, outcomes()).get(0);
    }

    private static String identity(StudyPlan plan, int row) {
        return plan.rows().get(row).trial().identity();
    }
}
