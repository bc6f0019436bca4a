package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.activation.OutputRange;

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
}
