package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The softplus log(1 + e<sup>z</sup>), and rescaled softplus(alpha z) / alpha (paper, section 3.1; items 3 and 4).
 *
 * @param alpha the sharpness: 1 is the softplus, growing it approaches the rectifier
 */
record Softplus(double alpha) implements ElementwiseActivation {

    /** How sharp the bend is. */
    record Options(
            @Describe(
                    value = "The sharpness of the bend: 1 is the softplus, infinity would be the rectifier.",
                    defaultsTo = "1",
                    range = "(0, inf)",
                    source = "published version, section 4.1, item 4")
            double alpha) {

        Options {
            Require.in("alpha", alpha, "(0, inf)");
        }
    }

    Softplus(Options options) {
        this(options.alpha());
    }

    @Override
    public double value(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(alpha * z))) / alpha;
    }

    @Override
    public double derivative(double z, double a) {
        return Logistic.sigmoid(alpha * z);
    }

    @Override
    public OutputRange range() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        if (isModerate()) {
            FloatMath.softplus(z, from, to, alpha, a);
        } else {
            ElementwiseActivation.super.value(z, from, to, a);
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        if (isModerate()) {
            float sharpness = (float) alpha;
            for (int i = from; i < to; i++) {
                gradient[i] *= FloatMath.sigmoidFromSoftplus(sharpness * a[i]);
            }
        } else {
            ElementwiseActivation.super.multiplyByDerivative(z, a, from, to, gradient);
        }
    }

    /** Whether floats have room for products with alpha and with its inverse. */
    private boolean isModerate() {
        return alpha >= 1e-30 && alpha <= 1e30;
    }
}
