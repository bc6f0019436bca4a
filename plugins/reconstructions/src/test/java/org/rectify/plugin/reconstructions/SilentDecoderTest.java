package org.rectify.plugin.reconstructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.ElementwiseReconstruction;

/** Item 42: a rectifier cannot reconstruct what it is silent on. */
class SilentDecoderTest {

    private static final int INPUTS = 40;
    private static final int CODES = 10;
    private static final int UPDATES = 3000;
    private static final double LEARNING_RATE = 0.1;

    @Test
    void aSilentRectifierHasNoGradientAndASoftplusHas() {
        for (double o : new double[] {-0.1, -1, -5}) {
            assertThat(new RectifierQuadratic().derivative(o, 0.9)).isZero();
            double expected = 2 * (Math.log1p(Math.exp(o)) - 0.9) / (1 + Math.exp(-o));
            assertThat(new SoftplusQuadratic().derivative(o, 0.9))
                    .isNegative()
                    .isCloseTo(expected, withinPercentage(1e-10));
            assertThat(new SigmoidCrossEntropy().derivative(o, 0.9)).isNegative();
        }
        float[] gradients = new float[1];
        new RectifierQuadratic().cost(new float[] {-0.1f}, new float[] {0.9f}, 0, 1, gradients);
        assertThat(gradients[0]).isZero();
    }

    @Test
    void decodersThatStartSilentStaySoOnlyWithARectifier() {
        Learned rectifier = learn(new RectifierQuadratic());
        assertThat(rectifier.silentUnits()).isGreaterThanOrEqualTo(0.95);
        assertThat(rectifier.lastCost()).isEqualTo(rectifier.firstCost());

        Learned softplus = learn(new SoftplusQuadratic());
        assertThat(softplus.lastCost()).isLessThan(softplus.firstCost() / 2);
    }

    /**
     * What came of learning: cost of an example, before and after, and the share of outputs that are 0 for all
     * examples.
     */
    private record Learned(double firstCost, double lastCost, double silentUnits) {}

    /** Learns a decoder whose biases start at -5, on inputs with means above 0 and random rectified codes. */
    private static Learned learn(ElementwiseReconstruction reconstruction) {
        RandomStream random = new RandomStreams(42).stream("silent");
        double[][] inputs = uniform(random, 50, INPUTS, 0, 1);
        double[][] codes = uniform(random, 50, CODES, -1, 1);
        double[][] weights = uniform(random, INPUTS, CODES, -0.3, 0.3);
        double[] biases = new double[INPUTS];
        Arrays.fill(biases, -5);
        Learned before = evaluate(reconstruction, inputs, codes, weights, biases);
        for (int update = 0; update < UPDATES; update++) {
            int example = update % inputs.length;
            for (int k = 0; k < INPUTS; k++) {
                double o = preActivation(codes[example], weights[k], biases[k]);
                double step = LEARNING_RATE * reconstruction.derivative(o, inputs[example][k]);
                biases[k] -= step;
                for (int j = 0; j < CODES; j++) {
                    weights[k][j] -= step * Math.max(0, codes[example][j]);
                }
            }
        }
        Learned after = evaluate(reconstruction, inputs, codes, weights, biases);
        return new Learned(before.lastCost(), after.lastCost(), after.silentUnits());
    }

    private static Learned evaluate(
            ElementwiseReconstruction reconstruction,
            double[][] inputs,
            double[][] codes,
            double[][] weights,
            double[] biases) {
        double cost = 0;
        int silent = 0;
        for (int k = 0; k < INPUTS; k++) {
            double largest = 0;
            for (int example = 0; example < inputs.length; example++) {
                double o = preActivation(codes[example], weights[k], biases[k]);
                cost += reconstruction.cost(o, inputs[example][k]);
                largest = Math.max(largest, reconstruction.decode(o));
            }
            silent += largest == 0 ? 1 : 0;
        }
        return new Learned(cost, cost / inputs.length, (double) silent / INPUTS);
    }

    private static double preActivation(double[] code, double[] weights, double bias) {
        double o = bias;
        for (int j = 0; j < CODES; j++) {
            o += weights[j] * Math.max(0, code[j]);
        }
        return o;
    }

    private static double[][] uniform(RandomStream random, int rows, int columns, double lowest, double highest) {
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextDouble(lowest, highest);
            }
        }
        return numbers;
    }
}
