package org.rectify.testkit;

import org.rectify.api.optimizer.Parameter;
import org.rectify.api.penalty.WeightPenalty;

/** A penalty on weights whose parts a test replaces by wrong ones; as it is, half the square of each, and a kink at zero. */
class Decay implements WeightPenalty {

    @Override
    public double value(Parameter parameter, double weight) {
        return weight * weight / 2 + 0.1 * Math.abs(weight);
    }

    @Override
    public double derivative(Parameter parameter, double weight) {
        return weight + 0.1 * Math.signum(weight);
    }
}
