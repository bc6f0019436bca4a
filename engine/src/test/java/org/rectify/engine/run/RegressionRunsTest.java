package org.rectify.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.ExperimentSpec;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.record.NumberPredictions;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.testing.TeacherPlugin;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** Whole runs of networks that tell numbers. */
class RegressionRunsTest {

    private static final String EXPERIMENT = """
            experiment { name = teacher, seed = 3 }
            dataset { type = teacher }
            network { hidden = [], activation = rectifier, output = linear }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.05 }
              epochs = 30
            }
            """;

    @TempDir
    private Path folder;

    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(),
                    new TrainingPlugin(),
                    new PretrainingPlugin(),
                    new SyntheticPlugin(),
                    new TeacherPlugin())));

    /** Nothing does better than the teacher's noise; the best of the validation examples comes close. */
    @ParameterizedTest
    @ValueSource(strings = {"vector", "nd4j"})
    void aLinearNetworkLearnsALinearTeacherDownToItsNoise(String backend) throws IOException {
        FinishedRun run = run("engine.backend=" + backend);

        JsonNode result = new ObjectMapper().readTree(run.directory().result().toFile());
        assertThat(result.at("/test/rmse").asDouble()).isCloseTo(TeacherPlugin.NOISE, within(0.005));
        assertThat(result.at("/test/mean-absolute-error").asDouble())
                .isCloseTo(TeacherPlugin.NOISE * Math.sqrt(2 / Math.PI), within(0.005));
        assertThat(result.at("/best/validation/rmse").asDouble()).isLessThan(0.06);
        assertThat(result.at("/metrics/rmse/direction").asText()).isEqualTo("lower");
        assertThat(run.result().metrics().headline()).hasValue("rmse");
        assertThat(run.result().metrics().of("rmse"))
                .isEqualTo(new MetricDescription("RMSE", Unit.NUMBER, Direction.LOWER));
    }

    @Test
    void aHiddenLayerAndFewExamplesLearnToo() {
        FinishedRun whole = run("network.hidden=[30]", "fine-tuning.optimizer.learning-rate=0.02");
        FinishedRun few = run(
                "network.hidden=[30]",
                "fine-tuning.label-fraction=0.1",
                "cross-validation={folds=5,fold=2}",
                "fine-tuning.optimizer.learning-rate=0.02");

        assertThat(rmse(whole)).isLessThan(0.15);
        assertThat(few.result().dataset().train()).isEqualTo(40);
        assertThat(few.result().dataset().validation()).isEqualTo(100);
        assertThat(rmse(few)).isBetween(rmse(whole), 0.8);
    }

    @Test
    void predictionsHoldTheNumbersFromWhichTheMetricsAreMeasured() {
        FinishedRun run = run();

        assertThat(run.directory().predictions())
                .content()
                .startsWith("row,target-width,target-height,told-width,told-height\n0,");
        RecordedRun read = RecordedRun.read(run.directory().path());
        assertThat(read.predictions()).isInstanceOfSatisfying(NumberPredictions.class, predictions -> {
            assertThat(predictions.size()).isEqualTo(200);
            assertThat(Math.sqrt(IntStream.range(0, 200)
                            .mapToDouble(predictions::squaredError)
                            .average()
                            .orElseThrow()))
                    .isCloseTo(rmse(run), within(1e-12));
        });
        assertThat(read.result()).hasValue(run.result());
        assertThat(read.headline()).isEqualTo(rmse(run));
        assertThat(read.checks())
                .hasSize(31)
                .allSatisfy(check -> assertThat(check.trainErrorRate()).isNaN())
                .last()
                .satisfies(check -> assertThat(check.costs().get(ExperimentSpec.Network.OUTPUT_COST))
                        .isCloseTo(2 * TeacherPlugin.NOISE * TeacherPlugin.NOISE / 2, within(0.001)));
    }

    /** Telling 4.5 of all digits errs by the standard deviation of the whole numbers from 0 to 9, 2.87. */
    @Test
    void classesThatStandForNumbersAreToldAsNumbers() {
        FinishedRun run = run(
                "dataset={type=synthetic,train-size=2000,validation-size=200,test-size=200}",
                "network.hidden=[30]",
                "fine-tuning.epochs=15",
                "fine-tuning.optimizer.learning-rate=0.005");

        assertThat(rmse(run)).isLessThan(2.3);
        assertThat(run.directory().predictions()).content().startsWith("row,target,told\n0,");
        RunResult result = run.result();
        assertThat(result.test()).containsOnlyKeys("rmse", "mean-absolute-error", "sparsity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "network.output=softmax; network.output: the data set has numbers to be told, no classes",
                "fine-tuning.balanced-classes=true; fine-tuning.balanced-classes: the data set has numbers to be told",
                "fine-tuning.class-weights=[1]; fine-tuning.class-weights: 1 weights for 0 classes"
            })
    void whatNeedsClassesIsRefusedWhereTheDataHaveNone(String setting, String fault) {
        assertThatThrownBy(() -> run(setting))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-rate", "{type=top-k-error,k=2}", "macro-f1", "confusion", "calibration-error"})
    void metricsOfClassesAreRefusedWhereNumbersAreTold(String metric) {
        assertThatThrownBy(() -> run("metrics=[" + metric + "]"))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("measures classification, and the network's output is for regression");
    }

    @Test
    void moreAnswersThanThereAreClassesAreRefused() {
        String digits = "dataset={type=synthetic,train-size=20,validation-size=20,test-size=20}";

        assertThatThrownBy(() -> run(digits, "network.output=softmax", "metrics=[{type=top-k-error,k=11}]"))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("metrics[0].k: 11 most probable of 10 classes")
                .hasMessageContaining("accepted: from 1 to 10");
        FinishedRun all = run(digits, "network.output=softmax", "metrics=[{type=top-k-error,k=10}]");
        assertThat(test(all, "top-k-error")).isZero();
    }

    @Test
    void nameOfTheRestOfTheCostIsNoNameOfAPenalty() {
        assertThatThrownBy(() -> load("network.penalty=[{type=l2-weights,coefficient=0.1,name=output}]"))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("network.penalty")
                .hasMessageContaining("the rest of the cost is reported as output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"per-layer", "matrices"})
    void namesOfGroupsWithinResultsAreNoNamesOfMetrics(String name) {
        assertThatThrownBy(() -> load("metrics=[{type=rmse,name=" + name + "}]"))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("metrics")
                .hasMessageContaining("are groups within every result");
    }

    private static double test(FinishedRun run, String metric) {
        return Objects.requireNonNull(run.result().test().get(metric)).value();
    }

    private static double rmse(FinishedRun run) {
        return test(run, "rmse");
    }

    private FinishedRun run(String... overrides) {
        return Runs.run(new RunRequest(
                load(overrides),
                registry,
                folder,
                true,
                List.of("test"),
                Pages.SAME,
                made -> {},
                new TrainingListener() {}));
    }

    private ResolvedExperiment load(String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("teacher.conf"), EXPERIMENT);
            return Experiments.load(file, List.of(overrides), registry, folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
