package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.activation.OutputRange;

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
}
