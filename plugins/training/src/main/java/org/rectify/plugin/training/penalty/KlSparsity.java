package org.rectify.plugin.training.penalty;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Objection;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;

/**
 * Keeps the mean output of every unit near a small target: the Kullback-Leibler divergence of Bernoulli variables of these two
 * means (Ng, 2011).
 *
 * <p>With the target t and the unit's mean m over the minibatch a unit costs {@code t log(t / m) + (1 - t) log((1 - t) / (1 - m))}.
 * That is infinite at 0 and 1 and means nothing above, where rectifiers go. Below {@code t / 100}, and above
 * {@code 1 - (1 - t) / 100}, the cost therefore goes on along its tangent: it is finite, smooth and convex everywhere, and its
 * slope never exceeds 100.
 */
final class KlSparsity implements PenaltyFactory<KlSparsity.Options> {

    /** The mean wanted, and how much. */
    record Options(
            @Describe(
                    value = "The mean output wanted of every unit.",
                    defaultsTo = "0.05",
                    range = "(0, 1)",
                    source = "Ng, 2011")
            double target,

            @Describe(
                    value =
                            "What the divergence of each unit is multiplied by; one number, or one for each hidden layer.",
                    range = "[0, inf)",
                    source = "Ng, 2011")
            PerLayer<Double> coefficient) {

        Options {
            Require.in("target", target, "(0, 1)");
            Require.eachIn("coefficient", coefficient, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "kl-sparsity";
    }

    @Override
    public String summary() {
        return "Adds coefficient * KL(target || mean output over the minibatch), summed over the units of a layer; along its "
                + "tangent where the mean is next to 0, next to 1 or above.";
    }

    @Override
    public String source() {
        return "Ng, 2011";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public List<Objection> check(Options options, ExperimentFacts facts) {
        return facts.hiddenLayers().stream()
                .map(LayerFacts::range)
                .filter(range -> range.lowest() < 0)
                .findFirst()
                .map(range -> Objection.of(
                        "hidden outputs lie in " + range + ", and a mean of numbers below 0 is no activity",
                        "an activation whose outputs are not negative"))
                .stream()
                .toList();
    }

    @Override
    public Penalty create(Options options, ComponentContext context) {
        return new Divergence(options.target(), options.coefficient());
    }

    private record Divergence(double target, PerLayer<Double> coefficient) implements OutputPenalty {

        private static final double NEAR = 0.01;

        @Override
        public double cost(int layer, INDArray outputs, INDArray gradients) {
            int examples = Math.toIntExact(outputs.rows());
            int units = Math.toIntExact(outputs.columns());
            double[] means = means(Matrices.toDoubles(outputs), examples, units);
            double cost = 0;
            double[] slopes = new double[units];
            for (int unit = 0; unit < units; unit++) {
                cost += coefficient.of(layer) * value(means[unit]);
                slopes[unit] = coefficient.of(layer) * derivative(means[unit]) / examples;
            }
            double[] sum = Matrices.toDoubles(gradients);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += slopes[i % units];
            }
            Matrices.fill(gradients, sum);
            return cost;
        }

        private static double[] means(double[] outputs, int examples, int units) {
            double[] means = new double[units];
            for (int i = 0; i < outputs.length; i++) {
                means[i % units] += outputs[i] / examples;
            }
            return means;
        }

        private double value(double mean) {
            double near = near(mean);
            double divergence = target * Math.log(target / near) + (1 - target) * Math.log((1 - target) / (1 - near));
            return divergence + (mean - near) * derivative(near);
        }

        private double derivative(double mean) {
            double near = near(mean);
            return (1 - target) / (1 - near) - target / near;
        }

        /** The mean itself, or where the tangent that goes on to it touches. */
        private double near(double mean) {
            return Math.max(NEAR * target, Math.min(1 - NEAR * (1 - target), mean));
        }
    }
}
