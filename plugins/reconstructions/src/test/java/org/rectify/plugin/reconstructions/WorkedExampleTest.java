package org.rectify.plugin.reconstructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;

/** The denoising auto-encoder of item 40, by plain loops around strategy 1. */
class WorkedExampleTest {

    private static final double[] CLEAN = {0.2, 0.9};
    private static final double[] CORRUPTED = {0.2, 0};
    private static final double[][] W = {{0.4, -0.3}, {-0.2, 0.7}, {0.5, 0.1}};
    private static final double[] B = {0.05, 0, -0.3};
    private static final double[][] V = {{0.6, -0.1, 0.2}, {-0.4, 0.3, 0.8}};
    private static final double[] C = {-0.1, 0.2};
    private static final double PENALTY = 0.001;

    private final SoftplusQuadratic reconstruction = new SoftplusQuadratic();

    @Test
    void everyFigureIsThatOfTheSpecification() {
        double[] h = new double[3];
        for (int j = 0; j < 3; j++) {
            h[j] = Math.max(0, dot(W[j], CORRUPTED) + B[j]);
        }
        assertClose(h, 1e-15, 0.13, 0, 0);

        double cost = 0;
        double[] o = new double[2];
        double[] z = new double[2];
        double[] outputGradients = new double[2];
        for (int k = 0; k < 2; k++) {
            o[k] = dot(V[k], h) + C[k];
            z[k] = reconstruction.decode(o[k]);
            double target = reconstruction.target(CLEAN[k], OutputRange.UNIT_INTERVAL);
            cost += reconstruction.cost(o[k], target);
            outputGradients[k] = reconstruction.derivative(o[k], target);
        }
        assertClose(o, 1e-15, -0.022, 0.148);
        assertClose(z, 5e-12, 0.68220767934, 0.769882685322);
        assertThat(cost).isCloseTo(0.2494547615934935, within(5e-16));
        assertClose(outputGradients, 5e-13, 0.476903608796, -0.139728458824);

        double[] db = new double[3];
        for (int j = 0; j < 3; j++) {
            double gradient = V[0][j] * outputGradients[0] + V[1][j] * outputGradients[1] + PENALTY;
            db[j] = h[j] > 0 ? gradient : 0;
        }
        assertClose(db, 5e-13, 0.343033548807, 0, 0);
        assertClose(new double[] {db[0] * CORRUPTED[0], db[0] * CORRUPTED[1]}, 5e-13, 0.068606709761, 0);
    }

    private static double dot(double[] weights, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum;
    }

    private static void assertClose(double[] found, double precision, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("element %d", i).isCloseTo(expected[i], within(precision));
        }
    }
}
