package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The rectifier, max(0, z) (paper, section 3.1; items 1 and 2).
 *
 * <p>Every z of zero or less gives +0.0, so that a silent unit is one whose bits are all zero.
 */
record Rectifier(int derivativeAtZero) implements ElementwiseActivation {

    /** How the rectifier behaves where it has no derivative. */
    record Options(
            @Describe(
                    value = "The derivative at exactly 0: 0, so that silent units pass no gradient, or 1 as the paper's"
                            + " authors computed it.",
                    defaultsTo = "0",
                    range = "[0, 1]",
                    source = "section 3.1, item 2")
            int derivativeAtZero) {

        Options {
            Require.in("derivative-at-zero", derivativeAtZero, "[0, 1]");
        }
    }

    Rectifier(Options options) {
        this(options.derivativeAtZero());
    }

    @Override
    public double value(double z) {
        return Math.max(0, z);
    }

    /** The unit step, without a branch: the powers of two take the smallest positive z beyond 1. */
    @Override
    public double derivative(double z, double a) {
        return Math.min(1, Math.max(0, z * 0x1p1000 * 0x1p1000 + derivativeAtZero));
    }

    @Override
    public OutputRange range() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public boolean silentAtZero() {
        return derivativeAtZero == 0;
    }

    // Half of a layer's signs are unpredictable: these loops have no branches, so that the compiler vectorises them.

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(0, z[i]);
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        float atZero = derivativeAtZero;
        for (int i = from; i < to; i++) {
            gradient[i] *= Math.min(1, Math.max(0, z[i] * 0x1p100f * 0x1p100f + atZero));
        }
    }
}
