package org.rectify.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.synthetic.SyntheticPlugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.TrainingListener;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.PretrainingPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;

/** A corpus of plugins of which one method misbehaves: each ends its run as a fault of that plugin, told in one line. */
class MisbehavingPluginsTest {

    private static final String EXPERIMENT = """
            experiment { name = rogue, seed = 3 }
            dataset { type = synthetic, train-size = 40, validation-size = 20, test-size = 20 }
            network { hidden = [6, 5], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 1 }
            """;

    private static final String AUTOENCODER =
            "pretraining={type=denoising-autoencoder, epochs=1, tied=false, corruption=%s, reconstruction=%s}";

    /** How an experiment uses the rogue component of a kind. */
    private static final Map<String, String> USES = Map.ofEntries(
            Map.entry("activation", "network.activation=rogue"),
            Map.entry("corruption", AUTOENCODER.formatted("rogue", "softplus-quadratic")),
            Map.entry("reconstruction", AUTOENCODER.formatted("masking", "rogue")),
            Map.entry("dataset", "dataset=rogue"),
            Map.entry("initializer", "network.initializer=rogue"),
            Map.entry("penalty", "network.penalty=rogue"),
            Map.entry("output", "network.output=rogue"),
            Map.entry("pretraining", "pretraining=rogue"),
            Map.entry("optimizer", "fine-tuning.optimizer={type=rogue}"),
            Map.entry("schedule", "fine-tuning.schedule=rogue"),
            Map.entry("stopping", "fine-tuning.stopping=rogue"),
            Map.entry("metric", "metrics=[error-rate, rogue]"),
            Map.entry("listener", "listeners=[rogue]"));

    /** Methods that can fail without giving anything back. */
    private static final List<String> METHODS = List.of(
            "activation create",
            "activation check",
            "activation outputs",
            "activation range",
            "activation value",
            "activation multiplyByDerivative",
            "activation whole value",
            "activation whole backward",
            "corruption corrupt",
            "reconstruction targets",
            "reconstruction cost",
            "dataset create",
            "dataset info",
            "dataset train",
            "dataset test",
            "dataset label",
            "dataset copyRow",
            "initializer fill",
            "penalty value",
            "penalty derivative",
            "penalty whole cost",
            "penalty weights derivative",
            "output on",
            "output metrics",
            "output predict",
            "output cost",
            "output gradient",
            "pretraining pretrain",
            "optimizer memories",
            "optimizer update",
            "optimizer descent learningRate",
            "optimizer whole begin",
            "optimizer whole apply",
            "schedule factor",
            "stopping begin",
            "stopping observe",
            "metric description",
            "metric begin",
            "metric observe",
            "metric value",
            "listener started",
            "listener epochEnded",
            "listener ended");

    /** Methods whose result may not be null. */
    private static final List<String> GIVING = List.of(
            "activation create",
            "activation check",
            "activation range",
            "corruption create",
            "reconstruction create",
            "reconstruction targets",
            "dataset create",
            "dataset info",
            "dataset train",
            "dataset validation",
            "dataset test",
            "dataset features",
            "initializer create",
            "penalty create",
            "output create",
            "output task",
            "output metrics",
            "output on",
            "output costOfGuessing",
            "pretraining create",
            "optimizer create",
            "optimizer memories",
            "optimizer whole begin",
            "schedule create",
            "stopping create",
            "stopping begin",
            "stopping observe",
            "metric create",
            "metric description",
            "metric begin",
            "metric value",
            "listener create");

    /**
     * One plugin of the corpus.
     *
     * @param method that misbehaves, its kind before it
     * @param how it does, for the test's name
     * @param told what the message holds
     */
    private record Case(String method, String how, UnaryOperator<@Nullable Object> misdeed, String told) {

        String kind() {
            return method.substring(0, method.indexOf(' '));
        }

        @Override
        public String toString() {
            return method + " " + how;
        }
    }

    @TempDir
    private Path folder;

    static Stream<Case> corpus() {
        List<Case> corpus = new ArrayList<>();
        for (String method : METHODS) {
            for (Fault fault : Fault.values()) {
                corpus.add(new Case(
                        method,
                        fault.name(),
                        good -> {
                            fault.strike();
                            return good;
                        },
                        fault.message()));
            }
        }
        for (String method : GIVING) {
            corpus.add(new Case(method, "gives null", good -> null, "null"));
        }
        wrongValues().forEach((method, wrong) -> corpus.addAll(wrong));
        return corpus.stream();
    }

    private static Map<String, List<Case>> wrongValues() {
        List<Case> cases = List.of(
                gives("activation outputs", 0, "gives 0 for 6 units"),
                gives("activation outputs", -1, "gives -1 for 6 units"),
                gives("activation create", "a text", "create() gives a java.lang.String"),
                writes("activation value", Float.NaN),
                writes("activation value", Float.POSITIVE_INFINITY),
                writesLater("activation value"),
                writes("activation multiplyByDerivative", Float.NaN),
                writesLater("activation multiplyByDerivative"),
                writes("activation whole value", Float.NaN),
                writes("activation whole backward", Float.NaN),
                writes("corruption corrupt", Float.NaN),
                writes("corruption corrupt", 2),
                new Case(
                        "corruption clean",
                        "changes what it is given",
                        later(RoguePlugin::spoilt),
                        "changes its clean"),
                spoils("reconstruction gradients"),
                gives("reconstruction cost", Double.NaN, "NaN"),
                gives("dataset label", 2, "2"),
                gives("dataset label", -1, "-1"),
                gives("dataset columns", 5, "5"),
                gives("dataset columns", 3, "3"),
                writes("dataset copyRow", Float.NaN),
                writes("dataset copyRow", 2),
                new Case("dataset copyRow", "writes NaN when it is asked again", later(41, RoguePlugin::spoilt), "NaN"),
                gives("dataset columns", Integer.MAX_VALUE, "2147483647"),
                gives("dataset rows", Integer.MAX_VALUE, "2147483647"),
                writes("dataset copyRow", Float.NEGATIVE_INFINITY),
                gives(
                        "dataset info",
                        new DatasetInfo(
                                "rogue",
                                List.of(7),
                                OutputRange.UNIT_INTERVAL,
                                List.of("a", "b"),
                                List.of(0.0, 1.0),
                                "made here",
                                Map.of()),
                        "7"),
                writes("initializer fill", Float.NaN),
                writes("initializer fill", Float.NEGATIVE_INFINITY),
                gives("penalty derivative", Double.NaN, "not finite"),
                gives("penalty value", Double.POSITIVE_INFINITY, "Infinity"),
                gives("penalty weights derivative", Double.NaN, "NaN"),
                gives("penalty whole cost", Double.NaN, "NaN"),
                spoils("penalty whole gradients"),
                gives("output units", 0, "0"),
                gives("output metrics", List.of(), "gives none"),
                gives("output metrics", List.of("error-rate", "error-rate"), "gives a name twice"),
                gives("output metrics", HostileLists.thatCannotBeRead(), "IllegalStateException: not to be read"),
                gives("activation check", HostileLists.thatCannotBeRead(), "IllegalStateException: not to be read"),
                gives("output cost", Double.NaN, "NaN"),
                gives("output gradient", Double.NaN, "not finite"),
                gives("output predict", Double.NaN, "NaN"),
                new Case(
                        "pretraining pretrain",
                        "replaces weights by others of another shape",
                        stack -> RoguePlugin.replaceFirst(stack, Nd4j.zeros(2, 2), Nd4j.zeros(1, 6)),
                        "2"),
                new Case(
                        "pretraining pretrain",
                        "replaces biases by others of another shape",
                        stack -> RoguePlugin.replaceFirst(stack, Nd4j.zeros(784, 6), Nd4j.zeros(1, 9)),
                        "9"),
                new Case(
                        "pretraining pretrain",
                        "replaces weights by NaN",
                        stack -> RoguePlugin.replaceFirst(
                                stack, Nd4j.valueArrayOf(new long[] {784, 6}, Double.NaN), Nd4j.zeros(1, 6)),
                        "replace"),
                new Case(
                        "pretraining pretrain",
                        "hands over progress of a layer that there is not",
                        stack -> RoguePlugin.report(stack, 7),
                        "layer 7"),
                gives("metric value", MetricValue.of(Double.NaN), "gives NaN"),
                new Case("optimizer remembered", "loses its memory", arrays -> RoguePlugin.lose(arrays), "velocity"),
                gives("optimizer memories", Arrays.asList("a", null), "null"),
                writes("optimizer update", Float.NaN),
                writes("optimizer whole apply", Float.NaN),
                gives("optimizer descent learningRate", Double.NaN, "NaN"),
                gives("optimizer descent learningRate", -1.0, "-1"),
                gives("schedule factor", Double.NaN, "NaN"),
                gives("schedule factor", -0.5, "-0.5"),
                gives("schedule factor", Double.POSITIVE_INFINITY, "Infinity"));
        Map<String, List<Case>> byMethod = new LinkedHashMap<>();
        cases.forEach(one -> byMethod.computeIfAbsent(one.method(), none -> new ArrayList<>())
                .add(one));
        return byMethod;
    }

    private static Case gives(String method, Object value, String told) {
        return new Case(method, "gives " + value, good -> value, told);
    }

    private static Case spoils(String method) {
        return new Case(method, "writes NaN", written -> RoguePlugin.spoil(written, Float.NaN), "not finite");
    }

    private static Case writes(String method, float value) {
        return new Case(
                method,
                "writes " + value,
                written -> RoguePlugin.spoil(written, value),
                value == 2 ? "2.0" : String.valueOf(value));
    }

    private static Case writesLater(String method) {
        return new Case(method, "writes NaN later", later(RoguePlugin::spoilt), "NaN");
    }

    /** A misdeed that is not done at first, when arrays are looked at most closely. */
    private static UnaryOperator<@Nullable Object> later(UnaryOperator<@Nullable Object> misdeed) {
        return later(3, misdeed);
    }

    private static UnaryOperator<@Nullable Object> later(int calls, UnaryOperator<@Nullable Object> misdeed) {
        AtomicInteger call = new AtomicInteger();
        return good -> call.incrementAndGet() > calls ? misdeed.apply(good) : good;
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void endsTheRunAsAFaultOfThePluginToldInOneLine(Case one) {
        Throwable thrown =
                catchThrowable(() -> run(new RoguePlugin(one.method(), one.misdeed()), USES.get(one.kind())));

        assertThat(thrown).isInstanceOfSatisfying(RectifyException.class, fault -> {
            assertThat(fault.category()).isEqualTo(Category.PLUGIN);
            assertThat(fault.getMessage())
                    .startsWith("plugin rogue (rogue.jar), " + one.kind() + " 'rogue': ")
                    .contains(one.told())
                    .doesNotContain("\n");
        });
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus().count()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aPluginThatBehavesEndsItsRun() {
        RoguePlugin behaved = new RoguePlugin("none", good -> good);

        USES.forEach((kind, use) ->
                assertThat(catchThrowable(() -> run(behaved, use))).as(kind).isNull());
    }

    @Test
    void whatAnInitializerKeepsIsNotTheNetworks() {
        AtomicReference<@Nullable Object> kept = new AtomicReference<>();
        UnaryOperator<@Nullable Object> keep = weights -> {
            Object before = kept.getAndSet(weights);
            return before == null ? weights : RoguePlugin.spoilt(before);
        };

        assertThat(catchThrowable(() -> run(new RoguePlugin("initializer fill", keep), USES.get("initializer"))))
                .isNull();
        assertThat(kept.get()).isNotNull();
    }

    @Test
    void aStackIsLentUntilThePretrainingReturns() {
        AtomicReference<@Nullable Object> kept = new AtomicReference<>();
        assertThat(catchThrowable(() -> run(
                        new RoguePlugin("pretraining pretrain", stack -> {
                            kept.set(stack);
                            return stack;
                        }),
                        USES.get("pretraining"))))
                .isNull();

        assertThat(catchThrowable(() -> RoguePlugin.replaceFirst(
                        Optional.ofNullable(kept.get()).orElseThrow(), Nd4j.zeros(784, 6), Nd4j.zeros(1, 6))))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("calls after it has returned");
    }

    @Test
    void layersKeepTheSizeThatAnActivationFirstGave() {
        AtomicInteger calls = new AtomicInteger();

        assertThat(catchThrowable(() -> run(
                        new RoguePlugin("activation outputs", units -> (int) units + calls.getAndIncrement()),
                        USES.get("activation"))))
                .isNull();
    }

    @Test
    void anInterruptOfAPluginInterruptsNobodyElse() {
        run("listener started", good -> {
            Thread.currentThread().interrupt();
            return good;
        });

        assertThat(Thread.interrupted()).isFalse();
    }

    private void run(String method, UnaryOperator<@Nullable Object> misdeed) {
        assertThat(catchThrowable(() ->
                        run(new RoguePlugin(method, misdeed), USES.get(method.substring(0, method.indexOf(' '))))))
                .isNull();
    }

    private void run(Plugin rogue, @Nullable String use) throws Exception {
        Map<PluginIdentity, List<Plugin>> plugins = new LinkedHashMap<>();
        plugins.put(
                new PluginIdentity("bundled", "1", "here", "00"),
                List.of(
                        new ActivationsPlugin(),
                        new CorruptionsPlugin(),
                        new ReconstructionsPlugin(),
                        new PretrainingPlugin(),
                        new TrainingPlugin(),
                        new SyntheticPlugin()));
        plugins.put(new PluginIdentity("rogue", "1", "rogue.jar", "11"), List.of(rogue));
        ComponentRegistry registry = ComponentRegistry.of(plugins);
        Path file = Files.writeString(folder.resolve("rogue.conf"), EXPERIMENT);
        Runs.run(new RunRequest(
                Experiments.load(file, List.of(String.valueOf(use)), registry, folder),
                registry,
                folder.resolve("runs"),
                false,
                List.of("test"),
                Pages.SAME,
                made -> {},
                new TrainingListener() {}));
    }
}
