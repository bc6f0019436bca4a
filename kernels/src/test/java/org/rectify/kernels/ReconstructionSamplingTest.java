package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;
import org.rectify.kernels.vector.VectorBackend;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.testkit.Components;

/** Learning from drawn positions alone (item 92), on both backends. */
class ReconstructionSamplingTest {

    private static final ReconstructionSampling QUARTER = new ReconstructionSampling(0.25, true);

    /** A fifth of the inputs are set, a few of the others by the noise. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Examples(float[] clean, float[] corrupted, int count) {

        static Examples of(int inputs, int count, long seed) {
            RandomStream random = new RandomStreams(seed).stream("examples");
            float[] clean = new float[inputs * count];
            float[] corrupted = new float[clean.length];
            for (int i = 0; i < clean.length; i++) {
                clean[i] = random.nextDouble() < 0.2 ? 1 : 0;
                corrupted[i] = random.nextDouble() < 0.1 ? 1 - clean[i] : clean[i];
            }
            return new Examples(clean, corrupted, count);
        }

        boolean areZero(int place) {
            return clean[place] == 0 && corrupted[place] == 0;
        }

        long places() {
            return clean.length;
        }

        long zeros() {
            long zeros = 0;
            for (int place = 0; place < clean.length; place++) {
                zeros += areZero(place) ? 1 : 0;
            }
            return zeros;
        }
    }

    /**
     * Cost and gradient over 1500 draws have the cost and the gradient of all positions as their mean: along each of twelve
     * directions within three deviations of the mean, and every parameter's within five, the most one of so many strays.
     */
    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "vector"})
    void costAndGradientAreUnbiased(String backend) {
        AutoencoderDefinition sampling = definition(12, 9, Optional.of(QUARTER));
        Examples examples = Examples.of(12, 3, 1);
        double[] all = step(backend, definition(12, 9, Optional.empty()), examples);
        double[][] draws = draws(backend, sampling, examples, 1500);

        for (int i = 0; i < all.length; i++) {
            int number = i;
            assertThat(deviations(draws, draw -> draw[number], all[i]))
                    .as("number %s", i)
                    .isLessThan(5);
        }
        assertThat(deviations(draws, draw -> draw[0], all[0])).as("cost").isLessThan(3);
        RandomStream random = new RandomStreams(5).stream("directions");
        for (int i = 0; i < 12; i++) {
            double[] direction = direction(all.length, random);
            assertThat(deviations(draws, draw -> product(direction, draw), product(direction, all)))
                    .as("direction %s", i)
                    .isLessThan(3);
        }
    }

    /** What the test above would find if the weights were wrong. */
    @Test
    void withoutImportanceWeightsZerosCountForLess() {
        AutoencoderDefinition sampling = definition(12, 9, Optional.of(new ReconstructionSampling(0.25, false)));
        Examples examples = Examples.of(12, 3, 1);
        double[] all = step("vector", definition(12, 9, Optional.empty()), examples);
        double[][] draws = draws("vector", sampling, examples, 1500);

        assertThat(deviations(draws, draw -> draw[0], all[0])).isGreaterThan(50);
        assertThat(Arrays.stream(draws).mapToDouble(draw -> draw[0]).average().orElseThrow())
                .isBetween(0.25 * all[0], 0.75 * all[0]);
    }

    @ParameterizedTest(name = "{0}, {1} inputs, {2} units, minibatches of {3}, tanh {4}")
    @CsvSource({
        "nd4j, 21, 33, 10, false",
        "vector, 21, 33, 10, false",
        "vector, 130, 257, 3, false",
        "vector, 257, 130, 1, true",
        "vector, 300, 140, 100, false"
    })
    void drawingEveryPositionIsLearningFromAll(String backend, int inputs, int units, int minibatch, boolean tanh) {
        Activation activation = tanh ? Networks.tanh() : Networks.rectifier();
        Parameters expected =
                learned(backend(backend), definition(inputs, units, activation, Optional.empty()), minibatch, 1);
        Parameters actual = learned(
                backend(backend),
                definition(inputs, units, activation, Optional.of(new ReconstructionSampling(1, true))),
                minibatch,
                1);

        assertClose(actual, expected);
    }

    @ParameterizedTest(name = "{0} inputs, {1} units, minibatches of {2}, weights {3}, tanh {4}, clean penalty {5}")
    @CsvSource({
        "21, 33, 10, true, false, true",
        "130, 257, 3, true, true, false",
        "257, 130, 1, false, false, false",
        "128, 64, 256, true, false, false",
        "300, 7, 10, false, true, true"
    })
    void learnsOnPackedWeightsAsTheReferenceDoes(
            int inputs, int units, int minibatch, boolean importanceWeights, boolean tanh, boolean cleanPenalty) {
        Activation activation = tanh ? Networks.tanh() : Networks.rectifier();
        AutoencoderDefinition definition = definition(
                inputs,
                units,
                activation,
                cleanPenalty,
                Optional.of(new ReconstructionSampling(0.1, importanceWeights)));

        Parameters expected = learned(new Nd4jBackend(DataType.DOUBLE), definition, minibatch, 20);
        Parameters actual = learned(new VectorBackend(2), definition, minibatch, 20);

        assertClose(actual, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "vector"})
    void positionsThatAreNotDrawnKeepTheirWeightsAndBiasesToTheBit(String backend) {
        AutoencoderDefinition definition = definition(200, 70, Optional.of(new ReconstructionSampling(1e-12, true)));
        Examples examples = Examples.of(200, 4, 2);
        Parameters before = initial(definition);
        Parameters after = definition.zeros(DataType.FLOAT);
        try (DenoisingAutoencoder autoencoder =
                backend(backend).createAutoencoder(definition, before, 0.1, examples.count())) {
            autoencoder.drawFrom(stream(0));
            autoencoder.learn(examples.clean(), examples.corrupted(), examples.count());
            autoencoder.copyTo(after);
        }

        List<Integer> untouched = new ArrayList<>();
        for (int position = 0; position < 200; position++) {
            if (isZeroThroughout(examples, position)) {
                untouched.add(position);
                assertThat(decoderOf(after, position)).isEqualTo(decoderOf(before, position));
            } else {
                assertThat(decoderOf(after, position)).isNotEqualTo(decoderOf(before, position));
            }
        }
        assertThat(untouched).hasSizeBetween(40, 160);
    }

    @Test
    void resultsDoNotDependOnThreads() {
        AutoencoderDefinition definition = definition(300, 400, Optional.of(QUARTER));
        Parameters one = learned(new VectorBackend(1), definition, 10, 20);
        for (int threads : new int[] {2, 4}) {
            assertThat(numbers(learned(new VectorBackend(threads), definition, 10, 20)))
                    .isEqualTo(numbers(one));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "vector"})
    void theCostWithoutLearningIsThatOfAllPositionsAndDrawsNothing(String backend) {
        AutoencoderDefinition sampling = definition(40, 30, Optional.of(QUARTER));
        Parameters initial = initial(sampling);
        Examples examples = Examples.of(40, 5, 1);
        double expected;
        try (DenoisingAutoencoder dense = backend(backend)
                .createAutoencoder(definition(40, 30, Optional.empty()), initial, 0.1, examples.count())) {
            expected = dense.cost(examples.clean(), examples.corrupted(), examples.count());
        }
        RandomStream stream = stream(0);
        try (DenoisingAutoencoder autoencoder =
                backend(backend).createAutoencoder(sampling, initial, 0.1, examples.count())) {
            autoencoder.drawFrom(stream);
            assertThat(autoencoder.cost(examples.clean(), examples.corrupted(), examples.count()))
                    .isCloseTo(expected, within(1e-6 * expected));
        }
        assertThat(stream.nextLong()).isEqualTo(stream(0).nextLong());
    }

    /** Every multiply-add of the decoder is one of a drawn position. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1})
    void workGrowsWithTheDrawnPositions(double zeros) {
        AutoencoderDefinition definition = definition(400, 50, Optional.of(new ReconstructionSampling(zeros, true)));
        Examples examples = Examples.of(400, 6, 3);
        long set = 0;
        for (float value : examples.corrupted()) {
            set += value == 0 ? 0 : 1;
        }
        try (DenoisingAutoencoder autoencoder =
                new VectorBackend(1).createAutoencoder(definition, initial(definition), 0.1, examples.count())) {
            autoencoder.drawFrom(stream(0));
            autoencoder.learn(examples.clean(), examples.corrupted(), examples.count());
            long drawn = zeros == 1 ? examples.places() : examples.places() - examples.zeros();
            assertThat(autoencoder.multiplyAdds()).isEqualTo(2 * set * 50 + 3 * drawn * 50);
        }
    }

    /** Five deviations of so many draws; positions that are not zero always count once. */
    @Test
    void drawsAsManyZerosAsWereAskedFor() {
        ReconstructionSampling sampling = new ReconstructionSampling(0.02, true);
        Examples examples = Examples.of(1000, 500, 4);
        float[] weights = new float[examples.clean().length];
        sampling.draw(examples.clean(), examples.corrupted(), weights.length, stream(0), weights);

        int drawn = 0;
        for (int place = 0; place < weights.length; place++) {
            if (examples.areZero(place)) {
                assertThat(weights[place]).isIn(0f, 50f);
                drawn += weights[place] == 0 ? 0 : 1;
            } else {
                assertThat(weights[place]).isEqualTo(1);
            }
        }
        double expected = 0.02 * examples.zeros();
        assertThat((double) drawn).isCloseTo(expected, within(5 * Math.sqrt(expected * 0.98)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "vector"})
    void learningWithoutAStreamIsRefused(String backend) {
        AutoencoderDefinition definition = definition(12, 9, Optional.of(QUARTER));
        Examples examples = Examples.of(12, 3, 1);
        try (DenoisingAutoencoder autoencoder =
                backend(backend).createAutoencoder(definition, initial(definition), 0.1, 3)) {
            assertThatThrownBy(() -> autoencoder.learn(examples.clean(), examples.corrupted(), 3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("stream");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void probabilitiesOutsideTheirRangeAreRefused(double zeros) {
        assertThatThrownBy(() -> new ReconstructionSampling(zeros, true))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("(0, 1]");
    }

    @Test
    void tiedWeightsAreRefused() {
        HiddenLayer encoder = encoder(12, 9, Networks.rectifier());
        assertThatThrownBy(() -> new AutoencoderDefinition(
                        encoder,
                        0,
                        OutputRange.UNIT_INTERVAL,
                        crossEntropy(),
                        true,
                        Optional.empty(),
                        false,
                        Optional.of(QUARTER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tied");
    }

    @Test
    void reconstructionsOfWholeMinibatchesAreRefused() {
        HiddenLayer encoder = encoder(12, 9, Networks.rectifier());
        assertThatThrownBy(() -> new AutoencoderDefinition(
                        encoder,
                        0,
                        OutputRange.UNIT_INTERVAL,
                        new WholeMinibatch(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.of(QUARTER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not element-wise: WholeMinibatch");
    }

    private record WholeMinibatch() implements Reconstruction {

        @Override
        public OutputRange targets() {
            return OutputRange.REAL;
        }

        @Override
        public void target(INDArray values, OutputRange range, INDArray targets) {
            targets.assign(values);
        }

        @Override
        public void decode(INDArray preActivations, INDArray reconstructions) {
            reconstructions.assign(preActivations);
        }

        @Override
        public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
            gradients.assign(preActivations.sub(targets));
            return gradients.norm2Number().doubleValue();
        }
    }

    /** The numbers of a step that learns from all positions. */
    private static double[] step(String backend, AutoencoderDefinition definition, Examples examples) {
        return draws(backend, definition, examples, 1)[0];
    }

    /** The cost and all parameters after a step at rate 1 from the same parameters, again and again. */
    private static double[][] draws(String backend, AutoencoderDefinition definition, Examples examples, int count) {
        double[][] draws = new double[count][];
        Parameters initial = initial(definition);
        Parameters after = definition.zeros(DataType.FLOAT);
        try (DenoisingAutoencoder autoencoder =
                backend(backend).createAutoencoder(definition, initial, 1, examples.count())) {
            autoencoder.drawFrom(stream(0));
            for (int i = 0; i < count; i++) {
                autoencoder.copyFrom(initial);
                double cost = autoencoder.learn(examples.clean(), examples.corrupted(), examples.count());
                autoencoder.copyTo(after);
                List<Double> numbers = new ArrayList<>(List.of(cost));
                numbers.addAll(numbers(after));
                draws[i] = numbers.stream().mapToDouble(number -> number).toArray();
            }
        }
        return draws;
    }

    /**
     * How far the mean of a number over all draws lies from what is expected, in standard deviations of that mean, with an
     * allowance for rounding: some numbers are the same in all draws.
     */
    private static double deviations(double[][] draws, ToDoubleFunction<double[]> number, double expected) {
        double sum = 0;
        double squares = 0;
        for (double[] draw : draws) {
            double difference = number.applyAsDouble(draw) - expected;
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / draws.length;
        double variance = Math.max(0, squares / draws.length - mean * mean);
        return Math.abs(mean) / (Math.sqrt(variance / draws.length) + 1e-6);
    }

    private static double[] direction(int length, RandomStream random) {
        double[] direction = new double[length];
        Arrays.setAll(direction, i -> random.nextGaussian());
        return direction;
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** The parameters after some steps, with a new stream for every fourth. */
    private static Parameters learned(Backend backend, AutoencoderDefinition definition, int minibatch, int steps) {
        Parameters learned = definition.zeros(DataType.DOUBLE);
        try (DenoisingAutoencoder autoencoder =
                backend.createAutoencoder(definition, initial(definition), 0.05, minibatch)) {
            for (int step = 0; step < steps; step++) {
                if (step % 4 == 0) {
                    autoencoder.drawFrom(stream(step));
                }
                Examples examples = Examples.of(definition.inputs(), minibatch, step);
                autoencoder.learn(examples.clean(), examples.corrupted(), minibatch);
            }
            autoencoder.copyTo(learned);
        }
        return learned;
    }

    private static RandomStream stream(long epoch) {
        return new RandomStreams(3).stream("sampling", epoch);
    }

    private static boolean isZeroThroughout(Examples examples, int position) {
        int inputs = examples.clean().length / examples.count();
        for (int place = position; place < examples.places(); place += inputs) {
            if (!examples.areZero(place)) {
                return false;
            }
        }
        return true;
    }

    /** Weights and bias of a position's unit. */
    private static float[] decoderOf(Parameters parameters, int position) {
        Parameters.Layer decoder = parameters.layers().get(1);
        float[] column = Matrices.toFloats(decoder.weights().getColumn(position));
        float[] all = Arrays.copyOf(column, column.length + 1);
        all[column.length] = decoder.biases().getFloat(position);
        return all;
    }

    private static List<Double> numbers(Parameters parameters) {
        List<Double> numbers = new ArrayList<>();
        for (Parameters.Layer layer : parameters.layers()) {
            for (INDArray array : List.of(layer.weights(), layer.biases())) {
                Arrays.stream(Matrices.toDoubles(array)).forEach(numbers::add);
            }
        }
        return numbers;
    }

    private static void assertClose(Parameters actual, Parameters expected) {
        for (int layer = 0; layer < 2; layer++) {
            assertClose(
                    actual.layers().get(layer).weights(),
                    expected.layers().get(layer).weights());
            assertClose(
                    actual.layers().get(layer).biases(),
                    expected.layers().get(layer).biases());
        }
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        double scale = expected.amaxNumber().doubleValue();
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThanOrEqualTo(1e-5 * scale);
    }

    private static AutoencoderDefinition definition(int inputs, int units, Optional<ReconstructionSampling> sampling) {
        return definition(inputs, units, Networks.rectifier(), sampling);
    }

    private static AutoencoderDefinition definition(
            int inputs, int units, Activation activation, Optional<ReconstructionSampling> sampling) {
        return definition(inputs, units, activation, false, sampling);
    }

    private static AutoencoderDefinition definition(
            int inputs,
            int units,
            Activation activation,
            boolean cleanPenalty,
            Optional<ReconstructionSampling> sampling) {
        return new AutoencoderDefinition(
                encoder(inputs, units, activation),
                0,
                OutputRange.UNIT_INTERVAL,
                crossEntropy(),
                false,
                Optional.of(Networks.l1(0.001)),
                cleanPenalty,
                sampling);
    }

    private static HiddenLayer encoder(int inputs, int units, Activation activation) {
        float[] signs = new float[units];
        for (int unit = 0; unit < units; unit++) {
            signs[unit] = unit % 2 == 0 ? 1 : -1;
        }
        return new HiddenLayer(inputs, units, activation, Signs.of(signs));
    }

    private static Reconstruction crossEntropy() {
        return Components.make(new ReconstructionsPlugin().reconstructions(), "sigmoid-cross-entropy");
    }

    private static Parameters initial(AutoencoderDefinition definition) {
        Parameters initial = definition.zeros(DataType.FLOAT);
        RandomStream random = new RandomStreams(7).stream("init");
        for (Parameters.Layer layer : initial.layers()) {
            for (INDArray array : List.of(layer.weights(), layer.biases())) {
                float[] values = new float[(int) array.length()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) random.nextDouble(-0.2, 0.2);
                }
                Matrices.fill(array, values);
            }
        }
        return initial;
    }

    private static Backend backend(String name) {
        return name.equals("nd4j") ? new Nd4jBackend() : new VectorBackend(1);
    }
}
