package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.run.FinishedRun;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** Every analysis on runs of generated digits. */
class TrainedRunTest {

    private static final String EXPERIMENT = """
            experiment { name = digits, seed = 3 }
            dataset { type = synthetic, train-size = 300, validation-size = 100, test-size = 120 }
            network {
              hidden = [40, 30]
              activation = rectifier
              sign-mask = half
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.1 }
              epochs = 4
            }
            """;

    @TempDir
    private Path folder;

    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(), new TrainingPlugin(), new PretrainingPlugin(), new SyntheticPlugin())));

    @Test
    void everyStatementIsPutToTheTest() throws IOException {
        FinishedRun run = run();
        List<AnalysisResult> told = new ArrayList<>();
        TrainedRun trained = load(run.directory(), 1000);

        AnalysisReport report = trained.analyze(told::add);

        assertThat(trained.examples()).isEqualTo(120);
        assertThat(told).isEqualTo(report.results());
        assertThat(told)
                .extracting(result -> result.statement().item())
                .containsExactly(22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 90);
        assertThat(told)
                .filteredOn(result ->
                        List.of(22, 26, 28, 31, 32).contains(result.statement().item()))
                .allMatch(result -> result.outcome() == Outcome.HOLDS);
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.at("/network").toString()).isEqualTo("[784,40,30,10]");
        assertThat(json.at("/analyses/0/outcome").asText()).isEqualTo("holds");
        assertThat(json.at("/analyses/0/statement").asText()).isNotBlank();
        assertThat(json.at("/analyses/1/figures/overall").asDouble()).isBetween(0.2, 0.9);
    }

    @Test
    void theSparsityIsThatOfTheRunsOwnResult() {
        FinishedRun run = run();

        AnalysisReport report = load(run.directory(), 120).analyze(result -> {});

        assertThat(report.results().get(1).figures().get("overall"))
                .isCloseTo(run.result().sparsity().mean(), within(1e-4));
    }

    @Test
    void theErrorOfTheNetworkIsThatOfTheRunsOwnResult() {
        FinishedRun run = run();

        AnalysisReport report = load(run.directory(), 120).analyze(result -> {});

        MetricValue error =
                Optional.ofNullable(run.result().test().get("error-rate")).orElseThrow();
        assertThat(report.results().get(7).figures()).containsEntry("test error of the network", error.value());
    }

    @Test
    void theSameRunGivesTheSameReport() {
        FinishedRun run = run();

        assertThat(load(run.directory(), 50).analyze(result -> {}).json())
                .isEqualTo(load(run.directory(), 50).analyze(result -> {}).json());
    }

    @Test
    void aNetworkWithoutHiddenLayersHasNothingToAnalyse() {
        AnalysisReport report = load(run("network.hidden=[]").directory(), 50).analyze(result -> {});

        assertThat(report.count(Outcome.DOES_NOT_APPLY)).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectifier-pair", "k-winners"})
    void activationsThatAreNotElementwiseAreMeasuredAsFarAsTheyGo(String activation) {
        AnalysisReport report =
                load(run("network.activation=" + activation).directory(), 50).analyze(result -> {});

        assertThat(report.results())
                .filteredOn(result -> result.outcome() == Outcome.DOES_NOT_APPLY)
                .extracting(result -> result.statement().item())
                .contains(26, 31, 32)
                .doesNotContain(22, 24, 25, 27, 28, 29, 90);
    }

    @Test
    void activationsWithoutExactZerosHaveNoActiveUnitsToFollowEither() {
        AnalysisReport report =
                load(run("network.activation=maxout").directory(), 50).analyze(result -> {});

        assertThat(report.results())
                .filteredOn(result -> result.outcome() == Outcome.DOES_NOT_APPLY)
                .extracting(result -> result.statement().item())
                .containsExactly(26, 29, 31, 32);
    }

    @Test
    void refusesTheCheckpointOfAnotherNetwork() throws IOException {
        RunDirectory run = run().directory();
        RunDirectory other = run("network.hidden=[20]").directory();
        Files.copy(other.bestCheckpoint(), run.bestCheckpoint(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> load(run, 50))
                .asInstanceOf(type(RectifyException.class))
                .satisfies(error -> assertThat(error.category()).isEqualTo(Category.USER))
                .asString()
                .contains("best.safetensors", "784 x 20 with 20 signs, 20 x 10;", "784 x 40 with 40 signs, 40 x 30");
    }

    private TrainedRun load(RunDirectory run, int examples) {
        return TrainedRun.load(RunDirectory.open(run.path()), registry, folder, examples, 200);
    }

    private FinishedRun run(String... overrides) {
        Path file = folder.resolve("digits.conf");
        try {
            Files.writeString(file, EXPERIMENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Runs.run(new RunRequest(
                Experiments.load(file, List.of(overrides), registry, folder),
                registry,
                folder,
                true,
                List.of("test"),
                Pages.SAME,
                made -> {},
                new TrainingListener() {}));
    }
}
