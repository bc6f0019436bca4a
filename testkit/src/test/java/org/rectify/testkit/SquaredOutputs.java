package org.rectify.testkit;

import org.rectify.api.penalty.ElementwisePenalty;

/** An element-wise penalty whose parts a test replaces by wrong ones; as it is, half the square, and a kink at zero. */
class SquaredOutputs implements ElementwisePenalty {

    @Override
    public double value(int layer, double a) {
        return (1 + layer) * (a * a / 2 + 0.1 * Math.abs(a));
    }

    @Override
    public double derivative(int layer, double a) {
        return (1 + layer) * (a + 0.1 * Math.signum(a));
    }
}
