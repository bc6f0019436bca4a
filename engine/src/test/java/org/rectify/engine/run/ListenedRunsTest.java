package org.rectify.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.Histogram;
import org.rectify.api.listener.LayerState;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.testing.ListeningPlugin;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** What listeners are told of real runs, and what becomes of those that fail. */
class ListenedRunsTest {

    private static final String EXPERIMENT = """
            experiment { name = digits, seed = 3 }
            dataset { type = synthetic, train-size = 200, validation-size = 100, test-size = 120 }
            network { hidden = [30, 20], activation = rectifier, sign-mask = half }
            pretraining { type = denoising-autoencoder, reconstruction = softplus-quadratic, learning-rates = [0.001], epochs = 2 }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 3 }
            """;

    @TempDir
    private Path folder;

    private final ListeningPlugin witness = new ListeningPlugin();
    private final ComponentRegistry registry = ComponentRegistry.of(Map.of(
            new PluginIdentity("bundled", "1", "here", "00"),
            List.<Plugin>of(
                    new ActivationsPlugin(),
                    new CorruptionsPlugin(),
                    new PretrainingPlugin(),
                    new ReconstructionsPlugin(),
                    new SyntheticPlugin(),
                    new TrainingPlugin()),
            new PluginIdentity("ears", "2", "ears.jar", "11"),
            List.<Plugin>of(witness)));
    private final List<EpochReport> reports = new ArrayList<>();
    private final List<LayerProgress> layers = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    @Test
    void aListenerIsToldTheRunFromBeginningToEnd() {
        FinishedRun run = run("listeners=witness");

        assertThat(witness.methodsCalled("it"))
                .startsWith("started", "layerLearned")
                .endsWith("epochEnded", "ended", "close")
                .containsOnlyOnce("started", "ended", "close")
                .doesNotContain("failed");
        assertThat(witness.told("it", EndFacts.class))
                .containsExactly(new EndFacts(false, 3, run.result().test()));
    }

    @Test
    void theBeginningTellsWhatWillBeLearned() {
        FinishedRun run = run("listeners=[witness]");

        RunFacts facts = witness.told("it", RunFacts.class).get(0);
        assertThat(facts.name()).isEqualTo("digits");
        assertThat(facts.seed()).isEqualTo(3);
        assertThat(facts.experiment()).contains("type = witness", "seed = 3");
        assertThat(facts.directory()).isEqualTo(run.directory().path());
        assertThat(facts.data().train()).isEqualTo(200);
        assertThat(facts.data().classes()).hasSize(10);
        assertThat(facts.hiddenLayers())
                .containsExactly(
                        new LayerFacts(30, 30, OutputRange.NON_NEGATIVE, true, true),
                        new LayerFacts(20, 20, OutputRange.NON_NEGATIVE, true, true));
        assertThat(facts.metrics().keySet()).containsExactly("error-rate", "negative-log-likelihood", "sparsity");
    }

    @Test
    void everyEpochIsToldAsItIsRecorded() {
        run("listeners=witness");

        List<PretrainingFacts> pretraining = witness.told("it", PretrainingFacts.class);
        assertThat(pretraining).hasSize(2 * 3).hasSameSizeAs(layers);
        assertThat(pretraining.get(4).layer()).isEqualTo(1);
        assertThat(pretraining.get(4).epoch()).isEqualTo(1);
        assertThat(pretraining.get(4).heldOutCost()).isEqualTo(layers.get(4).heldOutCost());
        assertThat(pretraining.get(4).trainingCost()).isEqualTo(layers.get(4).trainingCost());
        List<EpochFacts> epochs = witness.told("it", EpochFacts.class);
        assertThat(epochs).hasSize(4).hasSameSizeAs(reports);
        for (int epoch = 0; epoch <= 3; epoch++) {
            EpochReport recorded = reports.get(epoch);
            assertThat(epochs.get(epoch))
                    .isEqualTo(new EpochFacts(
                            epoch,
                            20L * epoch,
                            recorded.trainCost(),
                            recorded.costs(),
                            recorded.validation(),
                            recorded.layers().stream()
                                    .map(layer -> new LayerState(
                                            layer.sparsity(),
                                            layer.meanAbsolute(),
                                            layer.gradientNorm(),
                                            layer.deadUnits()))
                                    .toList(),
                            recorded.examplesPerSecond(),
                            recorded.best(),
                            Map.of()));
        }
        assertThat(epochs.get(0).layers()).isEmpty();
        assertThat(epochs.get(3).layers()).hasSize(2);
    }

    @Test
    void histogramsAreOfTheNetworkAsItIs() {
        FinishedRun run = run(
                "listeners=[{type=witness, name=curious, histograms=true}, {type=witness, name=other}]",
                "fine-tuning.stopping=last-epoch");

        assertThat(witness.told("other", EpochFacts.class))
                .allSatisfy(epoch -> assertThat(epoch.histograms()).isEmpty());
        List<EpochFacts> epochs = witness.told("curious", EpochFacts.class);
        assertThat(epochs).allSatisfy(epoch -> {
            assertThat(epoch.histograms().keySet())
                    .containsExactly(
                            "layer-1/weights",
                            "layer-1/biases",
                            "layer-2/weights",
                            "layer-2/biases",
                            "output/weights",
                            "output/biases",
                            "layer-1/outputs",
                            "layer-2/outputs");
            assertThat(histogram(epoch, "layer-2/weights").count()).isEqualTo(30 * 20);
            // Of 100 examples, all are looked at.
            assertThat(zeros(epoch, "layer-1/outputs") / (100.0 * 30)).isEqualTo(sparsity(epoch, 0));
            assertThat(zeros(epoch, "layer-2/outputs") / (100.0 * 20)).isEqualTo(sparsity(epoch, 1));
        });
        Histogram last = histogram(epochs.get(3), "output/weights");
        float[] weights =
                Matrices.toFloats(checkpoint(run).parameters().layers().get(2).weights());
        double squares = 0;
        for (float weight : weights) {
            squares += (double) weight * weight;
        }
        assertThat(last.count()).isEqualTo(weights.length);
        assertThat(last.sumOfSquares()).isEqualTo(squares);
        assertThat(histogram(epochs.get(2), "output/weights").sumOfSquares()).isNotEqualTo(squares);
    }

    @Test
    void listeningChangesNothing() throws IOException {
        FinishedRun unheard = run();
        FinishedRun heard = run("listeners=[{type=witness, histograms=true}, witness]");

        assertThat(heard.directory().path()).isNotEqualTo(unheard.directory().path());
        assertThat(unheard.result().best().orElseThrow().epoch()).isPositive();
        assertThat(parameters(heard)).isEqualTo(parameters(unheard));
        assertThat(heard.result().test()).isEqualTo(unheard.result().test());
        assertThat(heard.directory().predictions())
                .hasSameTextualContentAs(unheard.directory().predictions());
        assertThat(measurements(heard)).isEqualTo(measurements(unheard));
    }

    @Test
    void thePretrainedStackIsSharedWithRunsThatAreNotHeard() {
        ResolvedExperiment unheard = load();
        try (Dataset dataset = unheard.spec().dataset().create()) {
            assertThat(Runs.stack(load("listeners=witness"), dataset.info(), registry, folder))
                    .isEqualTo(Runs.stack(unheard, dataset.info(), registry, folder))
                    .isPresent();
        }
    }

    @Test
    void aRunThatDivergesEndsWithoutResults() {
        run("listeners=witness", "fine-tuning.optimizer.learning-rate=1e6", "pretraining=none");

        assertThat(witness.told("it", EndFacts.class)).containsExactly(new EndFacts(true, 1, Map.of()));
        assertThat(witness.methodsCalled("it")).endsWith("ended", "close").doesNotContain("failed");
    }

    @Test
    void aRunThatFailsSaysWhy() {
        failure = Optional.of(new RectifyException(Category.DATA, "train.csv, line 7: too short"));
        assertThatThrownBy(() -> run("listeners=witness")).isSameAs(failure.get());
        assertThat(witness.told("it", String.class)).containsExactly("train.csv, line 7: too short", "");

        witness.calls().clear();
        failure = Optional.of(new IllegalStateException("a defect"));
        assertThatThrownBy(() -> run("listeners=witness")).isSameAs(failure.get());
        assertThat(witness.told("it", String.class)).containsExactly("java.lang.IllegalStateException: a defect", "");

        witness.calls().clear();
        failure = Optional.of(new CancellationException("Ctrl-C"));
        assertThatThrownBy(() -> run("listeners=witness")).isSameAs(failure.get());
        assertThat(witness.told("it", String.class)).containsExactly("interrupted", "");
        assertThat(witness.methodsCalled("it")).endsWith("failed", "close").doesNotContain("ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wantsHistograms", "started", "layerLearned", "epochEnded"})
    void aListenerThatFailsEndsTheRunAndIsNamed(String method) {
        RectifyException thrown = catchThrowableOfType(
                RectifyException.class,
                () -> run("listeners=[{type=witness, name=first}, {type=witness, name=bad, fails-in=" + method
                        + "}, {type=witness, name=last}]"));

        String message = "plugin ears (ears.jar), listener 'witness': " + method
                + "() throws java.lang.IllegalStateException: lost the pen";
        assertThat(thrown.category()).isEqualTo(Category.PLUGIN);
        assertThat(thrown).hasMessage(message);
        assertThat(witness.methodsCalled("first")).endsWith("failed", "close");
        assertThat(witness.told("first", String.class)).containsExactly(message, "");
        assertThat(witness.methodsCalled("bad")).endsWith("close").doesNotContain("failed");
        boolean lastBegan = method.equals("layerLearned") || method.equals("epochEnded");
        if (lastBegan) {
            assertThat(witness.methodsCalled("last")).startsWith("started").endsWith("failed", "close");
        } else {
            assertThat(witness.methodsCalled("last")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ended", "close"})
    void aListenerThatFailsInTheEndKeepsNobodyFromTheEnd(String method) throws IOException {
        assertThatThrownBy(() -> run(
                        "listeners=[{type=witness, name=bad, fails-in=" + method + "}, {type=witness, name=other}]"))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("listener 'witness': " + method + "() throws");

        assertThat(witness.methodsCalled("other")).endsWith("ended", "close").doesNotContain("failed");
        assertThat(witness.methodsCalled("bad"))
                .endsWith("ended", "close")
                .containsOnlyOnce("close")
                .doesNotContain("failed");
        try (Stream<Path> runs = Files.list(folder).filter(Files::isDirectory)) {
            assertThat(runs.filter(run -> Files.exists(run.resolve("report.html"))))
                    .hasSize(1);
        }
    }

    @Test
    void aFailureToHearOfAFailureDoesNotHideIt() {
        failure = Optional.of(new IllegalStateException("the run's own"));

        assertThatThrownBy(
                        () -> run("listeners=[{type=witness, name=bad, fails-in=failed}, {type=witness, name=other}]"))
                .isSameAs(failure.get())
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(suppressed -> assertThat(suppressed).hasMessageContaining("failed() throws")));
        assertThat(witness.methodsCalled("other")).endsWith("failed", "close");
    }

    @Test
    void whatAListenerTellsTheUserIsNotItsPluginsFault() {
        assertThatThrownBy(() -> run("listeners=[{type=witness, fails-in=epochEnded, politely=true}]"))
                .hasMessage("the disk of it is full")
                .extracting(thrown -> ((RectifyException) thrown).category())
                .isEqualTo(Category.USER);
    }

    @Test
    void aListenerThatCannotBeMadeLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> run("listeners=[{type=witness, fails-in=create}]"))
                .hasMessageContainingAll("plugin ears", "listener 'witness'", "lost the pen");

        assertThat(witness.calls()).isEmpty();
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.filter(Files::isDirectory)).isEmpty();
        }
    }

    private static Histogram histogram(EpochFacts epoch, String name) {
        return Optional.ofNullable(epoch.histograms().get(name)).orElseThrow();
    }

    private static double zeros(EpochFacts epoch, String name) {
        Histogram histogram = histogram(epoch, name);
        return histogram.counts().get(histogram.limits().indexOf(1e-12));
    }

    private static double sparsity(EpochFacts epoch, int layer) {
        MetricValue sparsity =
                Optional.ofNullable(epoch.validation().get("sparsity")).orElseThrow();
        return sparsity.layers().get(layer);
    }

    private static Checkpoint checkpoint(FinishedRun run) {
        return CheckpointFile.read(run.directory().checkpoints().resolve("best.safetensors"));
    }

    private static List<List<Float>> parameters(FinishedRun run) {
        return checkpoint(run).parameters().layers().stream()
                .flatMap(layer -> Stream.of(layer.weights(), layer.biases()))
                .map(Matrices::toFloats)
                .map(ListenedRunsTest::boxed)
                .toList();
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    private static List<String> measurements(FinishedRun run) throws IOException {
        return Files.readAllLines(run.directory().path().resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll("\"examples-per-second\":[^,]*,", ""))
                .toList();
    }

    private FinishedRun run(String... overrides) {
        reports.clear();
        layers.clear();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void layerMeasured(LayerProgress progress) {
                layers.add(progress);
            }

            @Override
            public void measured(EpochReport report) {
                reports.add(report);
                if (report.epoch() == 2 && failure.isPresent()) {
                    throw failure.get();
                }
            }
        };
        return Runs.run(new RunRequest(
                load(overrides), registry, folder, false, List.of("test"), Pages.SAME, made -> {}, listener));
    }

    private ResolvedExperiment load(String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("digits.conf"), EXPERIMENT);
            return Experiments.load(file, List.of(overrides), registry, folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
