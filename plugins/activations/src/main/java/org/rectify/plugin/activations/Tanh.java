package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;

/** The hyperbolic tangent, antisymmetric to the last bit (paper, section 2.1; item 6). */
record Tanh() implements ElementwiseActivation {

    @Override
    public double value(double z) {
        return HyperbolicTangent.of(z);
    }

    @Override
    public double derivative(double z, double a) {
        return (1 - a) * (1 + a);
    }

    @Override
    public OutputRange range() {
        return OutputRange.SIGNED_UNIT_INTERVAL;
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        FloatMath.tanh(z, from, to, a);
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        for (int i = from; i < to; i++) {
            gradient[i] *= (1 - a[i]) * (1 + a[i]);
        }
    }
}
