package org.rectify.plugin.training.penalty;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.penalty.WeightPenalty;

/** Weight decay as a cost: half the coefficient times the sum of squared weights (Krogh and Hertz, 1992). */
final class L2Weights implements PenaltyFactory<L2Weights.Options> {

    /** How much weights pay. */
    record Options(
            @Describe(
                    value =
                            "What the derivative of the cost is for a weight of 1: a weight w costs coefficient / 2 * w^2.",
                    range = "[0, inf)")
            double coefficient) {

        Options {
            Require.in("coefficient", coefficient, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "l2-weights";
    }

    @Override
    public String summary() {
        return "Adds coefficient / 2 * weight^2, summed over all weights, the output layer's too, and no biases: "
                + "the derivative is coefficient * weight.";
    }

    @Override
    public String source() {
        return "Krogh and Hertz, 1992";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Penalty create(Options options, ComponentContext context) {
        return new HalfSquare(options.coefficient());
    }

    private record HalfSquare(double coefficient) implements WeightPenalty {

        @Override
        public double value(Parameter parameter, double weight) {
            return coefficient / 2 * weight * weight;
        }

        @Override
        public double derivative(Parameter parameter, double weight) {
            return coefficient * weight;
        }

        @Override
        public double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
            float slope = (float) coefficient;
            double squares = 0;
            for (int i = from; i < to; i++) {
                squares += (double) weights[i] * weights[i];
                gradients[i] += slope * weights[i];
            }
            return coefficient / 2 * squares;
        }
    }
}
