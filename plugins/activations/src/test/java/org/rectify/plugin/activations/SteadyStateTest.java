package org.rectify.plugin.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Where units rest in a network of three hidden layers before it learns (items 5 and 6), computed by plain loops. */
class SteadyStateTest {

    private static final int EXAMPLES = 10;
    private static final int INPUTS = 400;
    private static final int UNITS = 1000;

    @Test
    void sigmoidUnitsWithSmallWeightsRestAtOneHalf() {
        for (double[] layer : hiddenLayers(Named.elementwise("sigmoid"), 0.01)) {
            assertThat(mean(layer)).isCloseTo(0.5, within(0.01));
            assertThat(layer).hasSize(EXAMPLES * UNITS);
            assertThat(Arrays.stream(layer).filter(a -> a <= 0.4 || a >= 0.6).count())
                    .isZero();
        }
    }

    @Test
    void tanhUnitsRestAtZero() {
        for (double[] layer : hiddenLayers(Named.elementwise("tanh"), 1)) {
            assertThat(mean(layer)).isCloseTo(0, within(0.02));
            assertThat(Arrays.stream(layer).map(Math::abs).average().orElseThrow())
                    .isGreaterThan(0.1);
        }
    }

    private static double[][] hiddenLayers(ElementwiseActivation activation, double scale) {
        RandomStream random = new RandomStreams(5).stream("steady-state");
        double[] inputs = fill(EXAMPLES * INPUTS, i -> random.nextDouble());
        double[] first = layer(activation, inputs, INPUTS, scale, random);
        double[] second = layer(activation, first, UNITS, scale, random);
        return new double[][] {first, second, layer(activation, second, UNITS, scale, random)};
    }

    /** The outputs, example by example, of a layer with normalised uniform weights (item 15) and no biases. */
    private static double[] layer(
            ElementwiseActivation activation, double[] inputs, int width, double scale, RandomStream random) {
        double bound = scale * Math.sqrt(6.0 / (width + UNITS));
        double[] weights = fill(width * UNITS, i -> random.nextDouble(-bound, bound));
        return fill(EXAMPLES * UNITS, i -> {
            int example = i / UNITS;
            int unit = i % UNITS;
            double z = 0;
            for (int j = 0; j < width; j++) {
                z += weights[unit * width + j] * inputs[example * width + j];
            }
            return activation.value(z);
        });
    }

    private static double[] fill(int length, IntToDoubleFunction element) {
        double[] elements = new double[length];
        Arrays.setAll(elements, element);
        return elements;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }
}
