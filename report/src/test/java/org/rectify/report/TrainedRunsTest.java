package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.run.FinishedRun;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.testing.TeacherPlugin;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.report.comparison.AnswersTest;
import org.rectify.report.comparison.RunComparison;

/** Pages and comparisons of runs that were really trained. */
class TrainedRunsTest {

    private static final String DIGITS = """
            dataset { type = synthetic, train-size = 200, validation-size = 100, test-size = 120 }
            network { hidden = [30, 20], activation = rectifier, sign-mask = half }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 6 }
            """;
    private static final String NUMBERS = """
            dataset { type = teacher }
            network { hidden = [], activation = rectifier, output = linear }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.05 }, epochs = 30 }
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

    @Test
    void thePageShowsHistogramsOfWhatHiddenLayersPutOut() {
        assertThat(run(DIGITS).directory().report()).content().contains("<svg class=\"histogram\"", "exactly 0: ");
    }

    @Test
    void thePageOfANetworkThatTellsNumbersTellsNoErrorRate() {
        FinishedRun run = run(NUMBERS);

        assertThat(run.directory().report())
                .content()
                .contains("<dt>Test RMSE</dt><dd class=\"value\">0.0", "Validation RMSE", "Validation MAE")
                .doesNotContain("Training error", "Error rate", "Test error", "NaN");
    }

    @Test
    void twoRunsThatTellNumbersAreComparedByTheirSquaredErrors() {
        RecordedRun good = RecordedRun.read(run(NUMBERS).directory().path());
        RecordedRun bad = RecordedRun.read(
                run(NUMBERS, "fine-tuning.epochs=1").directory().path());

        RunComparison comparison = RunComparison.of(good, bad);

        assertThat(comparison.isSignificant()).isTrue();
        assertThat(comparison.test()).get().isInstanceOfSatisfying(AnswersTest.OfNumbers.class, test -> {
            assertThat(test.examples()).isEqualTo(200);
            assertThat(test.difference())
                    .isCloseTo(Math.pow(good.headline(), 2) - Math.pow(bad.headline(), 2), within(1e-12));
        });
    }

    private FinishedRun run(String experiment, String... overrides) {
        try {
            Path file = Files.writeString(
                    folder.resolve("experiment.conf"), "experiment { name = it, seed = 3 }\n" + experiment);
            return Runs.run(new RunRequest(
                    Experiments.load(file, List.of(overrides), registry, folder),
                    registry,
                    folder,
                    true,
                    List.of("test"),
                    RunReport::render,
                    made -> {},
                    new TrainingListener() {}));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
