package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * z sigmoid(beta z) (Ramachandran, Zoph and Le 2017).
 *
 * @param beta 1 is the sigmoid linear unit, growing it approaches the rectifier
 */
record Swish(double beta) implements ElementwiseActivation {

    /** Where beta z lies below the negative of this, the sigmoid is 0 in 64 bits too. */
    private static final double SILENCE = 800;

    /** The least output times beta is -0.27846. */
    private static final double DEEPEST = 0.2785;

    /** How sharp the bend is. */
    record Options(
            @Describe(
                    value = "The sharpness of the bend: 1 is the sigmoid linear unit, infinity would be the rectifier.",
                    defaultsTo = "1",
                    range = "[0.001, 1000]")
            double beta) {

        Options {
            Require.in("beta", beta, "[0.001, 1000]");
        }
    }

    Swish(Options options) {
        this(options.beta());
    }

    @Override
    public double value(double z) {
        return Math.max(-SILENCE / beta, z) * Logistic.sigmoid(beta * z);
    }

    @Override
    public double derivative(double z, double a) {
        double x = Math.max(-SILENCE, Math.min(SILENCE, beta * z));
        double sigmoid = Logistic.sigmoid(x);
        return sigmoid * (1 + x * (1 - sigmoid));
    }

    @Override
    public OutputRange range() {
        return new OutputRange(-DEEPEST / beta, Double.POSITIVE_INFINITY);
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        float lowest = (float) (-SILENCE / beta);
        if (beta == 1 && a != z) {
            FloatMath.sigmoid(z, from, to, a);
            for (int i = from; i < to; i++) {
                a[i] *= Math.max(lowest, z[i]);
            }
        } else {
            float sharpness = (float) beta;
            for (int i = from; i < to; i++) {
                a[i] = Math.max(lowest, z[i]) * FloatMath.sigmoid(sharpness * z[i]);
            }
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        float sharpness = (float) beta;
        for (int i = from; i < to; i++) {
            float x = Math.max((float) -SILENCE, Math.min((float) SILENCE, sharpness * z[i]));
            float sigmoid = FloatMath.sigmoid(x);
            gradient[i] *= sigmoid * (1 + x * (1 - sigmoid));
        }
    }
}
