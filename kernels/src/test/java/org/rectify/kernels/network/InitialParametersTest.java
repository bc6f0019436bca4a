package org.rectify.kernels.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.initializer.DataDependentInitializer;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;

/** First parameters, with and without examples to look at. */
class InitialParametersTest {

    private static final int INPUTS = 50;
    private static final int LOOKED_AT = 256;
    private static final RandomStreams RANDOM = new RandomStreams(3);
    private static final float[] EXAMPLES = examples(400);

    @ParameterizedTest
    @ValueSource(strings = {"rectifier", "tanh", "rectifier-pair", "maxout", "k-winners"})
    void lsuvGivesEveryLayerPreActivationsOfVarianceOne(String activation) {
        NetworkDefinition network = network(activation);

        Parameters initial = Parameters.initial(network, initializer("lsuv"), RANDOM, dense());

        double[][] below = rows(LOOKED_AT);
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            double[][] z = preActivations(initial.layers().get(layer), below);
            assertThat(variance(z)).as("variance of layer %d", layer).isCloseTo(1, within(1e-4));
            if (layer < network.hidden().size()) {
                below = outputs(network.hidden().get(layer), z);
            }
        }
    }

    @Test
    void sparseExamplesCountAsDenseOnesDo() {
        NetworkDefinition network = network("rectifier");
        Parameters expected = Parameters.initial(network, initializer("lsuv"), RANDOM, dense());

        assertSame(Parameters.initial(network, initializer("lsuv"), RANDOM, sparse()), expected);
    }

    @Test
    void anInitializerSeesTheFirstExamplesAndTheOutputsOfTheLayersBelow() {
        NetworkDefinition network = network("rectifier");
        Recorder recorder = new Recorder(7);

        Parameters initial = Parameters.initial(network, recorder, RANDOM, dense());

        double[][] below = rows(7);
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            double[] seen = recorder.inputs.get(layer);
            assertThat(seen).hasSize(7 * network.fanIn(layer));
            for (int i = 0; i < seen.length; i++) {
                assertThat(seen[i])
                        .as("layer %d", layer)
                        .isCloseTo(below[i / network.fanIn(layer)][i % network.fanIn(layer)], within(1e-5));
            }
            if (layer < network.hidden().size()) {
                below = outputs(
                        network.hidden().get(layer),
                        preActivations(initial.layers().get(layer), below));
            }
        }
    }

    @Test
    void anInitializerThatAsksForMoreExamplesThanThereAreSeesAll() {
        Recorder recorder = new Recorder(1000);
        Parameters.initial(network("rectifier"), recorder, RANDOM, dense());
        assertThat(recorder.inputs.get(0)).hasSize(400 * INPUTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normalized-uniform", "standard-uniform", "he-normal", "orthogonal"})
    void examplesAreNothingToInitializersThatDoNotLook(String name) {
        NetworkDefinition network = network("rectifier");
        Parameters initial = Parameters.initial(network, initializer(name), RANDOM, dense());

        assertSame(initial, Parameters.initial(network, initializer(name), RANDOM));
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            INDArray weights = initial.layers().get(layer).weights().ulike();
            initializer(name).fill(weights, RANDOM.stream(layer == 2 ? "init/output" : "init/layer-" + (layer + 1)));
            assertThat(Matrices.toFloats(initial.layers().get(layer).weights()))
                    .containsExactly(Matrices.toFloats(weights));
        }
    }

    @Test
    void withoutExamplesLsuvIsOrthonormal() {
        NetworkDefinition network = network("rectifier");
        Parameters orthonormal = Parameters.initial(network, initializer("orthogonal"), RANDOM);

        assertSame(Parameters.initial(network, initializer("lsuv"), RANDOM), orthonormal);
        Features none = new FloatFeatures(new float[0], INPUTS);
        assertSame(Parameters.initial(network, initializer("lsuv"), RANDOM, none), orthonormal);
    }

    /** Keeps what it is shown. */
    private static final class Recorder implements DataDependentInitializer {

        private final int examples;
        private final List<double[]> inputs = new ArrayList<>();

        Recorder(int examples) {
            this.examples = examples;
        }

        @Override
        public int examples() {
            return examples;
        }

        @Override
        public void fill(INDArray weights, RandomStream random) {
            initializer("normalized-uniform").fill(weights, random);
        }

        @Override
        public void fill(INDArray weights, INDArray shown, RandomStream random) {
            inputs.add(Matrices.toDoubles(shown));
            fill(weights, random);
        }
    }

    private static NetworkDefinition network(String activation) {
        Activation made = Components.make(new ActivationsPlugin().activations(), activation);
        return Networks.network(INPUTS, List.of(80, 60), 10, made, true, Optional.empty());
    }

    private static Initializer initializer(String name) {
        return Components.make(new TrainingPlugin().initializers(), name);
    }

    private static double[][] preActivations(Parameters.Layer layer, double[][] inputs) {
        double[][] z = new double[inputs.length][layer.weights().columns()];
        for (int example = 0; example < inputs.length; example++) {
            for (int unit = 0; unit < z[example].length; unit++) {
                z[example][unit] = layer.biases().getDouble(unit);
                for (int i = 0; i < inputs[example].length; i++) {
                    z[example][unit] += inputs[example][i] * layer.weights().getDouble(i, unit);
                }
            }
        }
        return z;
    }

    private static double[][] outputs(HiddenLayer layer, double[][] z) {
        INDArray preActivations = Nd4j.createFromArray(z);
        INDArray outputs = Nd4j.create(preActivations.dataType(), z.length, layer.outputs());
        layer.activation().value(preActivations, outputs);
        double[][] h = outputs.toDoubleMatrix();
        for (double[] row : h) {
            for (int output = 0; output < row.length; output++) {
                row[output] *= layer.signs().of(output);
            }
        }
        return h;
    }

    private static double variance(double[][] z) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (double[] row : z) {
            for (double one : row) {
                sum += one;
                squares += one * one;
                count++;
            }
        }
        return squares / count - sum / count * sum / count;
    }

    private static void assertSame(Parameters found, Parameters expected) {
        for (int layer = 0; layer < expected.layers().size(); layer++) {
            assertThat(Matrices.toFloats(found.layers().get(layer).weights()))
                    .containsExactly(
                            Matrices.toFloats(expected.layers().get(layer).weights()));
        }
    }

    private static Features dense() {
        return new FloatFeatures(EXAMPLES, INPUTS);
    }

    private static Features sparse() {
        int rows = EXAMPLES.length / INPUTS;
        int[] offsets = new int[rows + 1];
        int[] columns = new int[EXAMPLES.length];
        float[] values = new float[EXAMPLES.length];
        int entries = 0;
        for (int i = 0; i < EXAMPLES.length; i++) {
            if (EXAMPLES[i] != 0) {
                columns[entries] = i % INPUTS;
                values[entries++] = EXAMPLES[i];
            }
            offsets[i / INPUTS + 1] = entries;
        }
        return new CompressedRows(INPUTS, offsets, Arrays.copyOf(columns, entries), Arrays.copyOf(values, entries));
    }

    private static double[][] rows(int count) {
        double[][] rows = new double[count][INPUTS];
        for (int i = 0; i < count * INPUTS; i++) {
            rows[i / INPUTS][i % INPUTS] = EXAMPLES[i];
        }
        return rows;
    }

    /** A quarter of the inputs are not zero, as in pictures of digits. */
    private static float[] examples(int rows) {
        RandomStream random = new RandomStreams(9).stream("examples");
        float[] values = new float[rows * INPUTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
        }
        return values;
    }
}
