package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;

/** The logistic sigmoid 1 / (1 + e<sup>-z</sup>) (paper, section 2.1; item 5). */
record Sigmoid() implements ElementwiseActivation {

    @Override
    public double value(double z) {
        return Logistic.sigmoid(z);
    }

    @Override
    public double derivative(double z, double a) {
        return a * (1 - a);
    }

    @Override
    public OutputRange range() {
        return OutputRange.UNIT_INTERVAL;
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        FloatMath.sigmoid(z, from, to, a);
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        for (int i = from; i < to; i++) {
            gradient[i] *= a[i] * (1 - a[i]);
        }
    }
}
