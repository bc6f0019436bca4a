package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.kernels.DenoisingAutoencoder;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Regularization;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** Once it is compiled, a step of learning allocates nothing, on no thread. */
class AllocationTest {

    private static final int EXAMPLES = 400;
    private static final int INPUTS = 70;
    private static final int CLASSES = 10;
    private static final int MINIBATCH = 10;
    private static final int THREADS = 2;

    /** Holds several of the steps that come once in a while, such as those that take gradient norms. */
    private static final int STEPS = 600;

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "rectifier, bytes",
        "rectifier, floats",
        "rectifier, sparse rows",
        "tanh, bytes",
        "softplus, floats",
        "sigmoid, sparse rows"
    })
    void learningAllocatesNothing(String activation, String kind) {
        NetworkDefinition network = Networks.network(
                INPUTS, List.of(130, 65), CLASSES, activation(activation), true, Optional.of(penalty()));
        assertLearningAllocatesNothing(network, Networks.descent(0.001), kind);
    }

    @ParameterizedTest(name = "{0} on {2}, paying {1}")
    @CsvSource({
        "momentum, l2-weights, bytes",
        "adam, l2-weights, sparse rows",
        "adagrad, l1-weights, floats",
        "rmsprop, l1-activation, bytes",
        "sgd, l2-weights, bytes"
    })
    void learningByAnyMeansAllocatesNothing(String optimizer, String penalty, String kind) {
        TrainingPlugin plugin = new TrainingPlugin();
        NetworkDefinition plain =
                Networks.network(INPUTS, List.of(130, 65), CLASSES, activation("tanh"), true, Optional.empty());
        Penalty paid = Components.make(plugin.penalties(), penalty, Map.of("coefficient", "0.0001"));
        Regularization regularization = new Regularization(
                List.of(Named.of(penalty, paid)),
                0.2,
                List.of(0.5, 0.3),
                OptionalDouble.of(2),
                Collections.nCopies(CLASSES, 2.0));

        assertLearningAllocatesNothing(
                new NetworkDefinition(INPUTS, plain.hidden(), plain.output(), regularization),
                Components.make(plugin.optimizers(), optimizer, Map.of("learning-rate", "0.001")),
                kind);
    }

    private static void assertLearningAllocatesNothing(NetworkDefinition network, Optimizer optimizer, String kind) {
        Split split = new LabelledSplit(features(kind), row -> row % CLASSES);
        Minibatch batch = Minibatch.forExamplesOf(split.features(), MINIBATCH);
        LearningStatistics statistics = new LearningStatistics(network);
        LearningStep step = LearningStep.endless();
        double inputDropout = network.regularization().inputDropout();
        int[] order = order();
        int[] next = {0};
        Set<Long> before = threads();
        try (NeuralNetwork model =
                new VectorBackend(THREADS).create(network, Networks.uniform(network, 0.2, 5), optimizer, MINIBATCH)) {
            assertAllocatesNothing(before, () -> {
                batch.gather(split, order, next[0], MINIBATCH);
                if (inputDropout > 0) {
                    batch.drop(inputDropout, step.dropout());
                }
                model.learn(batch, step, statistics);
                step.next();
                next[0] = (next[0] + MINIBATCH) % EXAMPLES;
            });
        }
        assertThat(statistics.meanCost()).isFinite();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, tied {3}, clean penalty {4}, sampled {5}")
    @CsvSource({
        "rectifier, softplus-quadratic, masking, false, true, false",
        "rectifier, sigmoid-cross-entropy, salt-and-pepper, true, false, false",
        "rectifier, sigmoid-cross-entropy, salt-and-pepper, false, true, true",
        "tanh, tanh-cross-entropy, none, false, false, false"
    })
    void pretrainingAllocatesNothing(
            String activation,
            String reconstruction,
            String corruption,
            boolean tied,
            boolean cleanPenalty,
            boolean sampled) {
        AutoencoderDefinition definition = autoencoder(activation, reconstruction, tied, cleanPenalty, sampled);
        ElementwiseCorruption noise =
                (ElementwiseCorruption) Components.<Corruption>make(new CorruptionsPlugin().corruptions(), corruption);
        RandomStream random = new RandomStreams(3).stream("corruption");
        float[] clean = new float[MINIBATCH * INPUTS];
        float[] corrupted = new float[clean.length];
        for (int i = 0; i < clean.length; i += 3) {
            clean[i] = 1;
        }
        double[] cost = {0};
        Set<Long> before = threads();
        try (DenoisingAutoencoder model =
                new VectorBackend(THREADS).createAutoencoder(definition, initial(definition), 0.001, MINIBATCH)) {
            model.drawFrom(new RandomStreams(3).stream("sampling"));
            assertAllocatesNothing(before, () -> {
                for (int from = 0; from < clean.length; from += INPUTS) {
                    noise.corrupt(clean, from, from + INPUTS, corrupted, random);
                }
                cost[0] += model.learn(clean, corrupted, MINIBATCH);
            });
        }
        assertThat(cost[0]).isFinite();
    }

    /**
     * Steps until nothing is allocated in a number of them twice in a row: before, the compiler is at work, which leaves
     * vectors out of the heap only in what it has compiled.
     */
    private static void assertAllocatesNothing(Set<Long> threadsBefore, Runnable step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] helpers = startedSince(threadsBefore);
        assertThat(helpers).hasSize(THREADS - 1);
        long start = System.nanoTime();
        int windowsWithout = 0;
        while (windowsWithout < 2) {
            long helpersBefore =
                    LongStream.of(threads.getThreadAllocatedBytes(helpers)).sum();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < STEPS; i++) {
                step.run();
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            allocated += LongStream.of(threads.getThreadAllocatedBytes(helpers)).sum() - helpersBefore;
            windowsWithout = allocated == 0 ? windowsWithout + 1 : 0;
            if (System.nanoTime() - start > PATIENCE) {
                assertThat(allocated).as("bytes allocated in %s steps", STEPS).isZero();
            }
        }
    }

    private static Set<Long> threads() {
        Set<Long> threads = new HashSet<>();
        for (long thread : ManagementFactory.getThreadMXBean().getAllThreadIds()) {
            threads.add(thread);
        }
        return threads;
    }

    private static long[] startedSince(Set<Long> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("rectify-team-"))
                .mapToLong(Thread::getId)
                .filter(thread -> !before.contains(thread))
                .toArray();
    }

    private static Activation activation(String name) {
        return Components.make(new ActivationsPlugin().activations(), name);
    }

    private static ElementwisePenalty penalty() {
        return (ElementwisePenalty) Components.<Penalty>make(new TrainingPlugin().penalties(), "l1-activation");
    }

    private static AutoencoderDefinition autoencoder(
            String activation, String reconstruction, boolean tied, boolean cleanPenalty, boolean sampled) {
        HiddenLayer encoder = new HiddenLayer(INPUTS, 130, activation(activation), Signs.of(Networks.ones(130)));
        Reconstruction made = Components.make(new ReconstructionsPlugin().reconstructions(), reconstruction);
        Optional<ReconstructionSampling> sampling =
                sampled ? Optional.of(new ReconstructionSampling(0.1, true)) : Optional.empty();
        return new AutoencoderDefinition(
                encoder, 0, OutputRange.UNIT_INTERVAL, made, tied, Optional.of(penalty()), cleanPenalty, sampling);
    }

    private static Parameters initial(AutoencoderDefinition definition) {
        Parameters initial = definition.zeros(DataType.FLOAT);
        RandomStream random = new RandomStreams(7).stream("init");
        for (Parameters.Layer layer : initial.layers()) {
            float[] weights = new float[(int) layer.weights().length()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextDouble(-0.2, 0.2);
            }
            Matrices.fill(layer.weights(), weights);
        }
        return initial;
    }

    private static int[] order() {
        int[] order = new int[EXAMPLES];
        Arrays.setAll(order, row -> row);
        new RandomStreams(1).stream("shuffle").shuffle(order);
        return order;
    }

    private static Features features(String kind) {
        // A fifth of the inputs are not zero.
        byte[] pixels = new byte[EXAMPLES * INPUTS];
        for (int i = 0; i < pixels.length; i += 5) {
            pixels[i] = (byte) (i % 255 + 1);
        }
        return switch (kind) {
            case "bytes" -> ByteFeatures.pixels(pixels, 0, EXAMPLES, INPUTS);
            case "floats" -> floats(pixels);
            default -> sparseRows();
        };
    }

    private static Features floats(byte[] pixels) {
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[i] & 0xFF) / 255f;
        }
        return new FloatFeatures(values, INPUTS);
    }

    /** Rows of one entry to six. */
    private static Features sparseRows() {
        int[] offsets = new int[EXAMPLES + 1];
        int[] columns = new int[6 * EXAMPLES];
        for (int row = 0; row < EXAMPLES; row++) {
            int next = offsets[row];
            for (int i = 0; i <= row % 6; i++) {
                columns[next++] = 11 * i + row % 11;
            }
            offsets[row + 1] = next;
        }
        return new CompressedRows(INPUTS, offsets, Arrays.copyOf(columns, offsets[EXAMPLES]), null);
    }
}
