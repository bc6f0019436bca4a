package org.rectify.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.evaluation.ActivationHistogram;
import org.rectify.engine.evaluation.ActivationHistograms;
import org.rectify.engine.evaluation.Evaluator;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.testing.Networks;
import org.rectify.kernels.vector.VectorBackend;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** Whole runs on generated digits (items 20, 21, 86, 87 and 89). */
class RunsTest {

    private static final String EXPERIMENT = """
            experiment { name = digits, seed = 3 }
            dataset { type = synthetic, train-size = 200, validation-size = 100, test-size = 120 }
            network {
              hidden = [30, 20]
              activation = rectifier
              sign-mask = half
              penalty { type = l1-activation, coefficient = 0.0001 }
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.1 }
              epochs = 6
            }
            """;

    @TempDir
    private Path folder;

    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(), new TrainingPlugin(), new PretrainingPlugin(), new SyntheticPlugin())));
    private final List<EpochReport> reports = new ArrayList<>();

    @Test
    void theReturnedParametersAreThoseOfTheLowestValidationError() throws IOException {
        FinishedRun run = run();

        double lowest = reports.stream().mapToDouble(RunsTest::error).min().orElseThrow();
        JsonNode result = new ObjectMapper().readTree(run.directory().result().toFile());
        assertThat(result.at("/best/validation/error-rate").asDouble()).isEqualTo(lowest);
        assertThat(result.at("/dataset/test").asInt()).isEqualTo(120);
        assertThat(result.at("/diverged").asBoolean()).isFalse();
        assertThat(lowest).isLessThan(0.7);
    }

    @Test
    void theCheckpointReproducesValidationAndTestErrorsExactly() {
        FinishedRun run = run();

        Checkpoint checkpoint =
                CheckpointFile.read(run.directory().checkpoints().resolve("best.safetensors"));
        ResolvedExperiment experiment = load();
        NetworkDefinition network = experiment
                .spec()
                .network()
                .definition(checkpoint.inputs(), new SoftmaxLayer(checkpoint.classes()), checkpoint.signs());
        try (Dataset dataset = experiment.spec().dataset().create();
                NeuralNetwork model =
                        new VectorBackend(1).create(network, checkpoint.parameters(), Networks.descent(0), 10)) {
            Evaluator evaluator = new Evaluator(experiment.spec().metrics(), dataset.info());
            assertThat(evaluator.measure(model, dataset.validation()))
                    .isEqualTo(run.result().best().orElseThrow().validation());
            assertThat(evaluator.measure(model, dataset.test()))
                    .isEqualTo(run.result().test());
        }
        assertThat(checkpoint.metadata()).containsEntry("experiment", experiment.text());
    }

    @Test
    void theSameSeedGivesTheSameResultAndAnotherSeedAnother() {
        FinishedRun first = run();
        FinishedRun second = run("engine.threads=2");
        FinishedRun other = run("experiment.seed=4");

        assertThat(second.result().test()).isEqualTo(first.result().test());
        assertThat(second.result().best()).isEqualTo(first.result().best());
        assertThat(first.result().activations()).isPresent();
        assertThat(second.result().activations()).isEqualTo(first.result().activations());
        assertThat(second.directory().predictions())
                .hasSameTextualContentAs(first.directory().predictions());
        assertThat(other.result().test()).isNotEqualTo(first.result().test());
    }

    /** The split has fewer than the thousand examples that histograms look at. */
    @Test
    void histogramsCountTheZerosThatSparsityTellsOfTheSameExamples() {
        FinishedRun run = run();

        ActivationHistograms histograms = run.result().activations().orElseThrow();
        assertThat(histograms.examples()).isEqualTo(100);
        assertThat(histograms.layers()).extracting(ActivationHistogram::outputs).containsExactly(100 * 30, 100 * 20);
        assertThat(histograms.layers())
                .extracting(ActivationHistogram::sparsity)
                .isEqualTo(value(run.result().best().orElseThrow().validation(), "sparsity")
                        .layers())
                .allSatisfy(sparsity -> assertThat(sparsity).isBetween(0.05, 0.95));
        assertThat(histograms.layers())
                .allSatisfy(layer -> assertThat(layer.lowest()).isNegative())
                .allSatisfy(layer -> assertThat(layer.highest()).isPositive());
        assertThat(RecordedRun.read(run.directory().path()).result()).hasValue(run.result());
    }

    @Test
    void tanhUnitsPutOutNoExactZeros() {
        ActivationHistograms histograms =
                run("network.activation=tanh").result().activations().orElseThrow();

        assertThat(histograms.layers()).hasSize(2).allSatisfy(layer -> {
            assertThat(layer.zeros()).isZero();
            assertThat(layer.lowest()).isBetween(-1f, 0f);
            assertThat(layer.highest()).isBetween(0f, 1f);
        });
    }

    @Test
    void everyTestExampleHasItsPrediction() throws IOException {
        FinishedRun run = run();

        List<String> lines = Files.readAllLines(run.directory().predictions());
        assertThat(lines).hasSize(121);
        long wrong = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[1].equals(cells[2]))
                .count();
        assertThat(wrong / 120.0)
                .isEqualTo(value(run.result().test(), "error-rate").value());
    }

    @Test
    void aDivergedRunSaysSoAndIsNotTested() throws IOException {
        FinishedRun run = run("fine-tuning.optimizer.learning-rate=1e6");

        assertThat(run.result().diverged()).isTrue();
        assertThat(run.result().test()).isEmpty();
        assertThat(run.result().activations()).isEmpty();
        assertThat(run.directory().result()).content().contains("\"diverged\" : true");
        assertThat(run.directory().checkpoints()).isEmptyDirectory();
    }

    @Test
    void metricsOfEveryResultAreMeasuredThoughNotListed() {
        FinishedRun run = run("metrics=[rmse]");

        assertThat(run.result().test()).containsOnlyKeys("rmse", "error-rate", "negative-log-likelihood", "sparsity");
    }

    @Test
    void aRunOnImagesShowsTheFiltersOfItsFirstLayer() throws IOException {
        FinishedRun run = run();

        BufferedImage sheet = ImageIO.read(run.directory().filters().toFile());
        // 30 units in 6 columns and 5 rows of 28 x 28.
        assertThat(sheet.getWidth()).isEqualTo(6 * 29 - 1);
        assertThat(sheet.getHeight()).isEqualTo(5 * 29 - 1);
    }

    /** Item 58. */
    @Test
    void fineTuningSeesOnlyTheFractionOfTheLabelsItIsGiven() throws IOException {
        FinishedRun all = run();
        FinishedRun few = run("fine-tuning.label-fraction=0.1", "fine-tuning.keep-incomplete-minibatch=true");

        // About 20 of 200: a tenth of each of ten classes, rounded.
        int labels = few.result().dataset().train();
        assertThat(labels).isBetween(15, 25);
        assertThat(reports.get(1).updates()).isEqualTo((labels + 9) / 10);
        JsonNode result = new ObjectMapper().readTree(few.directory().result().toFile());
        assertThat(result.at("/dataset/train").asInt()).isEqualTo(labels);
        assertThat(few.directory().resolvedConfiguration()).content().contains("label-fraction = 0.1");
        assertThat(few.result().test()).isNotEqualTo(all.result().test());
        assertThat(run("fine-tuning.label-fraction=1").result().test())
                .isEqualTo(all.result().test());
    }

    @Test
    void anInitializerThatLooksAtExamplesGivesTheSameOnAnyNumberOfThreads() {
        FinishedRun one = run("network.initializer=lsuv");
        FinishedRun two = run("network.initializer=lsuv", "engine.threads=2");

        assertThat(two.result().test()).isEqualTo(one.result().test());
        assertThat(one.result().test()).isNotEqualTo(run().result().test());
        assertThat(value(one.result().test(), "error-rate").value()).isLessThan(0.7);
    }

    @Test
    void aNetworkWithoutHiddenLayersIsLogisticRegression() {
        FinishedRun run = run("network.hidden=[]");

        assertThat(run.directory().filters()).doesNotExist();
        assertThat(run.result().sparsity().layers()).isEmpty();
        assertThat(run.result().activations()).isEmpty();
        assertThat(value(run.result().test(), "error-rate").value()).isLessThan(0.7);
    }

    private FinishedRun run(String... overrides) {
        reports.clear();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void measured(EpochReport report) {
                reports.add(report);
            }
        };
        return Runs.run(new RunRequest(
                load(overrides), registry, folder, true, List.of("test"), Pages.SAME, made -> {}, listener));
    }

    private ResolvedExperiment load(String... overrides) {
        Path file = folder.resolve("digits.conf");
        try {
            Files.writeString(file, EXPERIMENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Experiments.load(file, List.of(overrides), registry, folder);
    }

    private static double error(EpochReport report) {
        return value(report.validation(), "error-rate").value();
    }

    private static MetricValue value(Map<String, MetricValue> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }
}
