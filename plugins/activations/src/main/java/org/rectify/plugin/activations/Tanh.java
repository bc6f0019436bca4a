package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.activation.OutputRange;

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
}
