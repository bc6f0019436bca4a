package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.api.reconstruction.ReconstructionFactory;
import org.rectify.kernels.nd4j.Nd4jBackend;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;
import org.rectify.kernels.testing.Networks;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.testkit.Components;

/**
 * Gradients of auto-encoders against central differences in 64 bits, along random directions in the space of all parameters:
 * every activation, decoder and cost, tied and not, half-negated and not, with and without L1, of either code (item 85).
 */
class AutoencoderGradientTest {

    private static final int INPUTS = 4;
    private static final int UNITS = 6;
    private static final int EXAMPLES = 3;
    private static final double STEP = 1e-6;

    static Stream<Arguments> combinations() {
        List<ActivationFactory<?>> activations = new ActivationsPlugin().activations();
        List<ReconstructionFactory<?>> reconstructions = new ReconstructionsPlugin().reconstructions();
        return activations.stream()
                .flatMap(activation -> reconstructions.stream()
                        .map(reconstruction -> Arguments.of(activation.name(), reconstruction.name())));
    }

    @ParameterizedTest(name = "{0} rebuilt by {1}")
    @MethodSource("combinations")
    void agreeWithCentralDifferences(String activationName, String reconstructionName) {
        Activation activation = Components.make(new ActivationsPlugin().activations(), activationName);
        Reconstruction reconstruction =
                Components.make(new ReconstructionsPlugin().reconstructions(), reconstructionName);
        for (boolean negated : List.of(false, true)) {
            for (boolean tied : List.of(false, true)) {
                for (Optional<OutputPenalty> penalty :
                        List.<Optional<OutputPenalty>>of(Optional.empty(), Optional.of(Networks.l1(0.01)))) {
                    if (!tied || activation.outputs(UNITS) == UNITS) {
                        check(definition(activation, reconstruction, negated, tied, penalty, false));
                    }
                }
            }
        }
        check(definition(activation, reconstruction, true, false, Optional.of(Networks.l1(0.01)), true));
    }

    private static AutoencoderDefinition definition(
            Activation activation,
            Reconstruction reconstruction,
            boolean negated,
            boolean tied,
            Optional<OutputPenalty> penalty,
            boolean cleanPenalty) {
        float[] signs = new float[activation.outputs(UNITS)];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = negated && i % 2 == 1 ? -1 : 1;
        }
        HiddenLayer encoder = new HiddenLayer(INPUTS, UNITS, activation, Signs.of(signs));
        return new AutoencoderDefinition(
                encoder, 0, OutputRange.UNIT_INTERVAL, reconstruction, tied, penalty, cleanPenalty, Optional.empty());
    }

    private static void check(AutoencoderDefinition definition) {
        RandomStream random = new RandomStreams(5).stream("values");
        float[] clean = floats(random);
        float[] corrupted = floats(random);
        Parameters at = random(definition, 0.8, random);
        Parameters learned = definition.zeros(DataType.DOUBLE);
        try (DenoisingAutoencoder autoencoder = backend().createAutoencoder(definition, at, 1, EXAMPLES)) {
            autoencoder.learn(clean, corrupted, EXAMPLES);
            autoencoder.copyTo(learned);
        }
        for (int i = 0; i < 2; i++) {
            Parameters direction = random(definition, 1, random);
            double slope = slope(definition, at, learned, direction);
            double above = cost(definition, moved(at, direction, STEP), clean, corrupted);
            double below = cost(definition, moved(at, direction, -STEP), clean, corrupted);
            double difference = (above - below) / (2 * STEP);
            assertThat(Math.abs(slope - difference))
                    .as("%s: slope %s, difference %s", definition, slope, difference)
                    .isLessThan(1e-6 * Math.max(0.1, Math.abs(slope)));
        }
    }

    /** What the learned step at rate 1 says of the slope: tied weights are there twice, and their gradient once. */
    private static double slope(
            AutoencoderDefinition definition, Parameters before, Parameters after, Parameters direction) {
        double slope = 0;
        for (int layer = 0; layer < 2; layer++) {
            Parameters.Layer from = before.layers().get(layer);
            Parameters.Layer to = after.layers().get(layer);
            Parameters.Layer along = direction.layers().get(layer);
            if (layer == 0 || !definition.tied()) {
                slope += from.weights()
                        .sub(to.weights())
                        .mul(along.weights())
                        .sumNumber()
                        .doubleValue();
            }
            slope += from.biases()
                    .sub(to.biases())
                    .mul(along.biases())
                    .sumNumber()
                    .doubleValue();
        }
        return slope;
    }

    private static double cost(
            AutoencoderDefinition definition, Parameters parameters, float[] clean, float[] corrupted) {
        double cost;
        try (DenoisingAutoencoder autoencoder = backend().createAutoencoder(definition, parameters, 1, EXAMPLES)) {
            cost = autoencoder.cost(clean, corrupted, EXAMPLES);
        }
        if (definition.penalty().isPresent()) {
            float[] penalized = definition.cleanPenalty() ? clean : corrupted;
            INDArray x =
                    Nd4j.createFromArray(penalized).reshape(EXAMPLES, INPUTS).castTo(DataType.DOUBLE);
            INDArray z = x.mmul(parameters.layers().get(0).weights())
                    .addiRowVector(parameters.layers().get(0).biases());
            INDArray a = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, definition.outputs());
            definition.encoder().activation().value(z, a);
            for (double output : Matrices.toDoubles(a)) {
                cost += ((ElementwisePenalty) definition.penalty().get()).value(0, output);
            }
        }
        return cost / EXAMPLES;
    }

    private static Parameters moved(Parameters from, Parameters direction, double step) {
        List<Parameters.Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < 2; layer++) {
            Parameters.Layer start = from.layers().get(layer);
            Parameters.Layer along = direction.layers().get(layer);
            layers.add(new Parameters.Layer(
                    start.weights().add(along.weights().mul(step)),
                    start.biases().add(along.biases().mul(step))));
        }
        return new Parameters(layers);
    }

    private static Parameters random(AutoencoderDefinition definition, double bound, RandomStream random) {
        Parameters parameters = definition.zeros(DataType.DOUBLE);
        for (Parameters.Layer layer : parameters.layers()) {
            fill(layer.weights(), bound, random);
            fill(layer.biases(), bound, random);
        }
        if (definition.tied()) {
            parameters
                    .layers()
                    .get(1)
                    .weights()
                    .assign(parameters.layers().get(0).weights().transpose());
        }
        return parameters;
    }

    private static void fill(INDArray values, double bound, RandomStream random) {
        double[] numbers = new double[Math.toIntExact(values.length())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextDouble(-bound, bound);
        }
        Matrices.fill(values, numbers);
    }

    private static float[] floats(RandomStream random) {
        float[] values = new float[EXAMPLES * INPUTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(0.05, 0.95);
        }
        return values;
    }

    private static Backend backend() {
        return new Nd4jBackend(DataType.DOUBLE);
    }
}
