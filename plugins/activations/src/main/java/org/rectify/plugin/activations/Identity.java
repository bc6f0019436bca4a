package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;

/** The pre-activation itself: a linear layer (item 12). */
record Identity() implements ElementwiseActivation {

    @Override
    public double value(double z) {
        return z;
    }

    @Override
    public double derivative(double z, double a) {
        return 1;
    }

    @Override
    public OutputRange range() {
        return OutputRange.REAL;
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        System.arraycopy(z, from, a, from, to - from);
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {}
}
