package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.engine.config.StudyFile;
import org.rectify.engine.testing.DescribedPlugin;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyCheck;

/** Studies that are checked without running anything. */
class StudyCheckTest {

    private static final String STUDY = """
            dataset = described
            network { hidden = [8], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 2 }
            study {
              axes {
                neuron {
                  rectifier { network.activation = rectifier }
                  tanh { network.activation = tanh }
                }
              }
              grid { fine-tuning.optimizer.learning-rate = [0.1, 0.01] }
              seeds = [1, 2]
            }
            """;

    @TempDir
    private Path folder;

    private final DescribedPlugin described = new DescribedPlugin();
    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(),
                    new PretrainingPlugin(),
                    new TrainingPlugin(),
                    new SyntheticPlugin(),
                    described)));

    @Test
    void eachDataSetIsAskedOnceForAllArms() {
        StudyCheck check = check(true);

        assertThat(check).isEqualTo(new StudyCheck(8, List.of(DescribedPlugin.FACTS)));
        assertThat(described.asked()).isEqualTo(1);
    }

    @Test
    void armsMayHaveDataOfTheirOwn() {
        StudyCheck check = check(
                true, "study.axes.neuron.tanh.dataset={type=synthetic,train-size=40,validation-size=20,test-size=30}");

        assertThat(check.data()).extracting(DataFacts::name).containsExactly("described", "synthetic");
    }

    @Test
    void noDataSetIsAskedWhereDataMayBeMissing() {
        assertThat(check(false)).isEqualTo(new StudyCheck(8, List.of()));
        assertThat(described.asked()).isZero();
    }

    @Test
    void whatDoesNotFitTheDataIsToldOnceWithItsArms() {
        assertThatThrownBy(() -> check(true, "study.axes.neuron.tanh.fine-tuning.class-weights=[1,2,3]"))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContainingAll("1 problem in", "3 weights for 2 classes (in tanh)");
        assertThatThrownBy(() -> check(true, "study.folds=61"))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("61 folds of 60 examples")
                .hasMessageNotContaining("(in ");
    }

    /** The plan makes its data sets: what it finds then is refused before anything runs. */
    @Test
    void aPlanRefusesWhatDoesNotFitItsData() {
        String synthetic = "dataset={type=synthetic,train-size=40,validation-size=20,test-size=30}";
        Planner planner = new Planner(read(synthetic, "study.folds=61"), registry, folder);

        assertThatThrownBy(planner::plan)
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContainingAll("1 problem in", "61 folds of 60 examples");
    }

    @Test
    void studiesAreToldFromExperiments() throws IOException {
        read();
        Path experiment = Files.writeString(folder.resolve("experiment.conf"), "dataset = described\n");

        assertThat(StudyFile.isAt(folder)).isTrue();
        assertThat(StudyFile.isAt(folder.resolve("study.conf"))).isTrue();
        assertThat(StudyFile.isAt(experiment)).isFalse();
    }

    private StudyCheck check(boolean withData, String... overrides) {
        return new Planner(read(overrides), registry, folder).check(withData);
    }

    private StudyFile read(String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("study.conf"), STUDY);
            return StudyFile.read(file, Optional.empty(), List.of(overrides), registry, folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
