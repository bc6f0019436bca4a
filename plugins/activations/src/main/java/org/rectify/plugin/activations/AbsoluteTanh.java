package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;

/** The magnitude of the hyperbolic tangent, symmetric, with derivative 0 at 0 (paper, section 3.1; item 7). */
record AbsoluteTanh() implements ElementwiseActivation {

    @Override
    public double value(double z) {
        return HyperbolicTangent.of(Math.abs(z));
    }

    @Override
    public double derivative(double z, double a) {
        return Math.signum(z) * (1 - a) * (1 + a);
    }

    @Override
    public OutputRange range() {
        return OutputRange.UNIT_INTERVAL;
    }

    @Override
    public boolean silentAtZero() {
        return true;
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        for (int i = from; i < to; i++) {
            a[i] = Math.abs(FloatMath.tanh(z[i]));
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        for (int i = from; i < to; i++) {
            // For JDK 17 to vectorise this each element is read once, and the sign of z computed without Math.signum or
            // a branch: every float but zero is at least 1e-45.
            float output = a[i];
            float sign = Math.max(-1f, Math.min(1f, z[i] * 1e38f * 1e38f));
            float slope = sign * (1 - output) * (1 + output);
            gradient[i] *= slope;
        }
    }
}
