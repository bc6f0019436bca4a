package org.rectify.plugin.training.penalty;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.penalty.WeightPenalty;

/** The coefficient times the sum of the magnitudes of weights (Williams, 1995). */
final class L1Weights implements PenaltyFactory<L1Weights.Options> {

    /** How much weights pay. */
    record Options(
            @Describe(value = "The cost of a weight of magnitude 1.", range = "[0, inf)")
            double coefficient) {

        Options {
            Require.in("coefficient", coefficient, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "l1-weights";
    }

    @Override
    public String summary() {
        return "Adds coefficient * |weight|, summed over all weights, the output layer's too, and no biases.";
    }

    @Override
    public String source() {
        return "Williams, 1995";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Penalty create(Options options, ComponentContext context) {
        return new Magnitude(options.coefficient());
    }

    private record Magnitude(double coefficient) implements WeightPenalty {

        @Override
        public double value(Parameter parameter, double weight) {
            return coefficient * Math.abs(weight);
        }

        @Override
        public double derivative(Parameter parameter, double weight) {
            return coefficient * Math.signum(weight);
        }

        @Override
        public double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
            float slope = (float) coefficient;
            double magnitudes = 0;
            for (int i = from; i < to; i++) {
                magnitudes += Math.abs(weights[i]);
                gradients[i] += slope * Math.signum(weights[i]);
            }
            return coefficient * magnitudes;
        }
    }
}
