package org.rectify.plugin.training;

import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;

/** The L1 penalty on hidden outputs: coefficient times the sum of their magnitudes (paper, section 4.1; item 17, A8). */
final class L1Activation implements PenaltyFactory<L1Activation.Options> {

    /** Which layers pay, and how much. */
    record Options(
            @Describe(
                    value = "The cost of an output of magnitude 1; one number, or one for each hidden layer.",
                    defaultsTo = "0.001",
                    range = "[0, inf)",
                    source = "section 4.1, item 17")
            PerLayer<Double> coefficient,

            @Describe(
                    value =
                            "Which layers pay: sparse, those whose activation is exactly zero for inhibited units, as the "
                                    + "rectifier is; or all.",
                    defaultsTo = "sparse",
                    source = "section 3.1, item 17")
            Scope scope) {

        Options {
            Require.eachIn("coefficient", coefficient, "[0, inf)");
        }
    }

    /** Which layers pay. */
    enum Scope {
        /** Layers whose activation is exactly zero for inhibited units, as the rectifier is. */
        SPARSE {
            @Override
            boolean includes(Activation activation) {
                return activation instanceof ElementwiseActivation elementwise && elementwise.value(-1.0) == 0;
            }
        },
        /** Every hidden layer. */
        ALL {
            @Override
            boolean includes(Activation activation) {
                return true;
            }
        };

        abstract boolean includes(Activation activation);
    }

    @Override
    public String name() {
        return "l1-activation";
    }

    @Override
    public String summary() {
        return "Adds coefficient * |output|, summed over the units of a layer: pushes hidden outputs to exact zeros.";
    }

    @Override
    public String source() {
        return "sections 3.1 and 4.1, item 17";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Penalty create(Options options, ComponentContext context) {
        return new Magnitude(options.coefficient(), options.scope());
    }

    private record Magnitude(PerLayer<Double> coefficient, Scope scope) implements ElementwisePenalty {

        @Override
        public double value(int layer, double a) {
            return coefficient.of(layer) * Math.abs(a);
        }

        @Override
        public double derivative(int layer, double a) {
            return coefficient.of(layer) * Math.signum(a);
        }

        @Override
        public double value(int layer, float[] a, int from, int to) {
            // Four sums, since an addition would otherwise wait for the one before it.
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            int i = from;
            for (; i < to - 3; i += 4) {
                first += Math.abs(a[i]);
                second += Math.abs(a[i + 1]);
                third += Math.abs(a[i + 2]);
                fourth += Math.abs(a[i + 3]);
            }
            for (; i < to; i++) {
                first += Math.abs(a[i]);
            }
            return coefficient.of(layer) * ((first + second) + (third + fourth));
        }

        @Override
        public boolean appliesTo(Activation activation) {
            return scope.includes(activation);
        }

        @Override
        public void addDerivative(int layer, float[] a, int from, int to, float scale, float[] gradient) {
            float step = scale * coefficient.of(layer).floatValue();
            for (int i = from; i < to; i++) {
                // The sign of a: every float but zero is at least 1e-45, so the product is zero or beyond 1.
                // JDK 17 vectorises minimum and maximum, but neither Math.signum nor a branch.
                float sign = Math.max(-1f, Math.min(1f, a[i] * 1e38f * 1e38f));
                gradient[i] += step * sign;
            }
        }
    }
}
