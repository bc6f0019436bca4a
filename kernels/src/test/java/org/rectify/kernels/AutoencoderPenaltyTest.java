package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.api.pretraining.AutoencoderSpec;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.vector.VectorBackend;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;
import org.rectify.testkit.InMemoryStack;

/** A penalty on whole minibatches of codes: the auto-encoders of both backends against the testkit's, which is written in 64 bits. */
class AutoencoderPenaltyTest {

    private static final int INPUTS = 37;
    private static final int UNITS = 70;
    private static final int STEPS = 10;
    private static final double RATE = 0.05;
    private static final RandomStreams RANDOM = new RandomStreams(4);

    static Stream<Arguments> codes() {
        return Stream.of("vector", "nd4j")
                .flatMap(backend -> Stream.of(
                        Arguments.of(backend, "sigmoid", 10, false, false, false),
                        Arguments.of(backend, "sigmoid", 3, true, true, false),
                        Arguments.of(backend, "rectifier", 10, true, false, false),
                        Arguments.of(backend, "rectifier", 1, false, true, false),
                        Arguments.of(backend, "rectifier", 10, false, true, true),
                        Arguments.of(backend, "sigmoid", 3, false, false, true),
                        Arguments.of(backend, "rectifier-pair", 10, false, false, false),
                        Arguments.of(backend, "rectifier-pair", 3, false, true, false)));
    }

    @ParameterizedTest(name = "{0}, {1}, minibatches of {2}, tied {3}, clean {4}, sampled {5}")
    @MethodSource("codes")
    void learnsAsThePlainAutoencoderDoes(
            String backend, String name, int minibatch, boolean tied, boolean clean, boolean sampled) {
        AutoencoderSpec spec = spec(minibatch, tied, clean, sampled);
        Activation activation = Components.make(new ActivationsPlugin().activations(), name);
        InMemoryStack.Inputs inputs =
                new InMemoryStack.Inputs(new float[INPUTS], new float[INPUTS], INPUTS, OutputRange.UNIT_INTERVAL);
        InMemoryStack stack = new InMemoryStack(activation, inputs, RANDOM, List.of(UNITS));
        stack.negateHalf(0);
        Autoencoder expected = stack.autoencoder(0, spec);
        Backend made = backend.equals("vector") ? new VectorBackend(2) : new Nd4jBackend(DataType.DOUBLE);
        AutoencoderDefinition definition = definition(spec, activation, stack);
        Autoencoder actual = made.createAutoencoder(definition, initial(definition, stack), RATE, minibatch);

        double expectedCost = learn(expected, minibatch);
        double cost = learn(actual, minibatch);

        assertThat(cost).isCloseTo(expectedCost, within(1e-4 * expectedCost));
        assertClose(actual.weights(), expected.weights());
        assertClose(actual.biases(), expected.biases());
        actual.close();
    }

    private static AutoencoderSpec spec(int minibatch, boolean tied, boolean clean, boolean sampled) {
        Reconstruction reconstruction =
                Components.make(new ReconstructionsPlugin().reconstructions(), "sigmoid-cross-entropy");
        OutputPenalty penalty = (OutputPenalty) Components.make(
                new TrainingPlugin().penalties(), "kl-sparsity", Map.of("target", "0.1", "coefficient", "0.02"));
        return new AutoencoderSpec(
                reconstruction,
                OutputRange.UNIT_INTERVAL,
                tied,
                Optional.of(penalty),
                clean,
                sampled ? Optional.of(new ReconstructionSampling(0.3, true)) : Optional.empty(),
                RATE,
                minibatch);
    }

    private static AutoencoderDefinition definition(AutoencoderSpec spec, Activation activation, InMemoryStack stack) {
        Signs signs = Signs.of(Matrices.toFloats(stack.signs(0)));
        return new AutoencoderDefinition(
                new HiddenLayer(INPUTS, UNITS, activation, signs),
                0,
                spec.inputRange(),
                spec.reconstruction(),
                spec.tied(),
                spec.penalty(),
                spec.cleanPenalty(),
                spec.sampling());
    }

    /** What the stack begins with: the decoder's weights are drawn from its stream as the stack draws them. */
    private static Parameters initial(AutoencoderDefinition definition, InMemoryStack stack) {
        Parameters initial = definition.zeros(DataType.FLOAT);
        initial.layers().get(0).weights().assign(stack.weights(0));
        RandomStream random = RANDOM.stream("init/decoder-1");
        float[] decoder = new float[definition.outputs() * INPUTS];
        for (int i = 0; i < decoder.length; i++) {
            decoder[i] = random.nextFloat() - 0.5f;
        }
        Matrices.fill(initial.layers().get(1).weights(), decoder);
        return initial;
    }

    private static double learn(Autoencoder autoencoder, int minibatch) {
        autoencoder.drawFrom(RANDOM.stream("positions"));
        RandomStream random = RANDOM.stream("rows");
        float[] clean = new float[minibatch * INPUTS];
        double cost = 0;
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < clean.length; i++) {
                clean[i] = random.nextInt(2) == 0 ? random.nextFloat() : 0;
            }
            float[] corrupted = clean.clone();
            for (int i = step % 3; i < corrupted.length; i += 3) {
                corrupted[i] = 0;
            }
            cost += autoencoder.learn(clean, corrupted, minibatch);
        }
        return cost;
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        double scale = expected.amaxNumber().doubleValue();
        double error = actual.castTo(DataType.DOUBLE)
                .sub(expected.castTo(DataType.DOUBLE))
                .amaxNumber()
                .doubleValue();
        assertThat(error).isLessThan(5e-5 * scale);
    }
}
