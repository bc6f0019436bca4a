package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;
import org.rectify.kernels.vector.VectorBackend;

/** The denoising auto-encoder of both backends (items 33 and 40): worked numbers, then one against the other. */
class AutoencoderTest {

    /** Softplus decoder and quadratic cost (item 40). */
    private record SoftplusQuadratic() implements ElementwiseReconstruction {

        @Override
        public OutputRange targets() {
            return OutputRange.NON_NEGATIVE;
        }

        @Override
        public OutputRange targets(OutputRange range) {
            return range;
        }

        @Override
        public double target(double value, OutputRange range) {
            return Math.abs(value);
        }

        @Override
        public double decode(double z) {
            return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        public double cost(double z, double target) {
            double difference = decode(z) - target;
            return difference * difference;
        }

        @Override
        public double derivative(double z, double target) {
            return 2 * (decode(z) - target) / (1 + Math.exp(-z));
        }
    }

    /** The numbers of item 40, one step at rate 1: gradients are differences of parameters. */
    @ParameterizedTest
    @CsvSource({"nd4j", "vector"})
    void givesTheWorkedExample(String backend) {
        AutoencoderDefinition definition = definition(
                2, 3, Networks.rectifier(), false, Optional.of(Networks.l1(0.001)), false, new float[] {1, 1, 1});
        Parameters before = new Parameters(List.of(
                layer(new double[][] {{.4, -.2, .5}, {-.3, .7, .1}}, .05, 0, -.3),
                layer(new double[][] {{.6, -.4}, {-.1, .3}, {.2, .8}}, -.1, .2)));
        Parameters after = definition.zeros(DataType.FLOAT);

        try (DenoisingAutoencoder autoencoder = backend(backend).createAutoencoder(definition, before, 1, 1)) {
            double cost = autoencoder.learn(new float[] {.2f, .9f}, new float[] {.2f, 0}, 1);
            autoencoder.copyTo(after);
            assertThat(cost).isCloseTo(0.2494547615934935, within(1e-6));
            assertThat(autoencoder.zeros()).isEqualTo(2);
        }

        assertThat(gradient(before, after, 0).weights().toFloatMatrix()[0][0])
                .isCloseTo(0.068606709761f, within(1e-6f));
        assertThat(gradient(before, after, 0).biases().toFloatVector())
                .containsExactly(new float[] {0.343033548807f, 0, 0}, within(1e-6f));
        assertThat(gradient(before, after, 1).biases().toFloatVector())
                .containsExactly(new float[] {0.476903608796f, -0.139728458824f}, within(1e-6f));
    }

    @ParameterizedTest(name = "{0} inputs, {1} units, minibatches of {2}, tied {3}, tanh {4}, clean penalty {5}")
    @CsvSource({
        "21, 33, 10, false, false, false",
        "21, 33, 10, true, false, true",
        "130, 257, 3, false, false, true",
        "130, 257, 3, true, true, false",
        "257, 130, 1, true, false, false",
        "128, 64, 256, false, true, true",
        "300, 7, 10, false, false, false"
    })
    void learnsOnPackedWeightsAsTheReferenceDoes(
            int inputs, int units, int minibatch, boolean tied, boolean tanh, boolean cleanPenalty) {
        Activation activation = tanh ? Networks.tanh() : Networks.rectifier();
        float[] signs = new float[units];
        for (int unit = 0; unit < units; unit++) {
            signs[unit] = unit % 2 == 0 ? 1 : -1;
        }
        AutoencoderDefinition definition =
                definition(inputs, units, activation, tied, Optional.of(Networks.l1(0.01)), cleanPenalty, signs);
        Parameters initial = initial(definition);
        Parameters expected = definition.zeros(DataType.DOUBLE);
        Parameters actual = definition.zeros(DataType.DOUBLE);

        double expectedCost = learn(new Nd4jBackend(DataType.DOUBLE), definition, initial, minibatch, expected);
        double cost = learn(new VectorBackend(2), definition, initial, minibatch, actual);

        assertThat(cost).isCloseTo(expectedCost, within(1e-4 * expectedCost));
        for (int layer = 0; layer < 2; layer++) {
            assertClose(
                    actual.layers().get(layer).weights(),
                    expected.layers().get(layer).weights());
            assertClose(
                    actual.layers().get(layer).biases(),
                    expected.layers().get(layer).biases());
        }
    }

    @Test
    void measuringTheCostChangesNothing() {
        AutoencoderDefinition definition =
                definition(40, 30, Networks.rectifier(), false, Optional.empty(), false, Networks.ones(30));
        Parameters initial = initial(definition);
        Parameters after = definition.zeros(DataType.FLOAT);
        float[] rows = rows(40, 5, 1);
        try (DenoisingAutoencoder autoencoder = new VectorBackend(1).createAutoencoder(definition, initial, 0.1, 5)) {
            double cost = autoencoder.cost(rows, rows, 5);
            autoencoder.copyTo(after);
            assertThat(autoencoder.learn(rows, rows, 5)).isEqualTo(cost);
        }
        assertThat(Matrices.toFloats(after.layers().get(0).weights()))
                .containsExactly(Matrices.toFloats(initial.layers().get(0).weights()));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void resultsDoNotDependOnThreads(boolean tied) {
        AutoencoderDefinition definition = definition(
                300, 400, Networks.rectifier(), tied, Optional.of(Networks.l1(0.001)), tied, Networks.ones(400));
        Parameters initial = initial(definition);
        Parameters one = definition.zeros(DataType.FLOAT);
        learn(new VectorBackend(1), definition, initial, 10, one);
        for (int threads : new int[] {2, 4}) {
            Parameters many = definition.zeros(DataType.FLOAT);
            learn(new VectorBackend(threads), definition, initial, 10, many);
            for (int layer = 0; layer < 2; layer++) {
                assertThat(Matrices.toFloats(many.layers().get(layer).weights()))
                        .isEqualTo(Matrices.toFloats(one.layers().get(layer).weights()));
            }
        }
    }

    private static double learn(
            Backend backend, AutoencoderDefinition definition, Parameters initial, int minibatch, Parameters result) {
        double cost = 0;
        try (DenoisingAutoencoder autoencoder = backend.createAutoencoder(definition, initial, 0.01, minibatch)) {
            for (int step = 0; step < 20; step++) {
                float[] clean = rows(definition.inputs(), minibatch, step);
                float[] corrupted = clean.clone();
                for (int i = 0; i < corrupted.length; i += 3) {
                    corrupted[i] = 0;
                }
                cost = autoencoder.learn(clean, corrupted, minibatch);
            }
            autoencoder.copyTo(result);
        }
        return cost;
    }

    private static AutoencoderDefinition definition(
            int inputs,
            int units,
            Activation activation,
            boolean tied,
            Optional<OutputPenalty> penalty,
            boolean cleanPenalty,
            float[] signs) {
        HiddenLayer encoder = new HiddenLayer(inputs, units, activation, Signs.of(signs));
        return new AutoencoderDefinition(
                encoder,
                0,
                OutputRange.UNIT_INTERVAL,
                new SoftplusQuadratic(),
                tied,
                penalty,
                cleanPenalty,
                Optional.empty());
    }

    private static Parameters initial(AutoencoderDefinition definition) {
        Parameters initial = definition.zeros(DataType.FLOAT);
        RandomStream random = new RandomStreams(7).stream("init");
        for (Parameters.Layer layer : initial.layers()) {
            Matrices.fill(layer.weights(), floats((int) layer.weights().length(), -0.1, 0.1, random));
            Matrices.fill(layer.biases(), floats((int) layer.biases().length(), -0.1, 0.1, random));
        }
        return initial;
    }

    private static float[] rows(int inputs, int minibatch, int step) {
        return floats(inputs * minibatch, 0, 1, new RandomStreams(step).stream("rows"));
    }

    private static float[] floats(int count, double lowest, double highest, RandomStream random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(lowest, highest);
        }
        return values;
    }

    private static Backend backend(String name) {
        return name.equals("nd4j") ? new Nd4jBackend() : new VectorBackend(1);
    }

    private static Parameters.Layer layer(double[][] weights, double... biases) {
        return new Parameters.Layer(
                Nd4j.createFromArray(weights).castTo(DataType.FLOAT),
                Nd4j.createFromArray(biases).reshape(1, biases.length).castTo(DataType.FLOAT));
    }

    private static Parameters.Layer gradient(Parameters before, Parameters after, int layer) {
        return new Parameters.Layer(
                before.layers()
                        .get(layer)
                        .weights()
                        .sub(after.layers().get(layer).weights()),
                before.layers()
                        .get(layer)
                        .biases()
                        .sub(after.layers().get(layer).biases()));
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        double scale = expected.amaxNumber().doubleValue();
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThanOrEqualTo(1e-5 * scale);
    }
}
