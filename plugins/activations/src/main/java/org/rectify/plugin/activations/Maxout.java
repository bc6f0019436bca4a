package org.rectify.plugin.activations;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The largest of each group of neighbouring pre-activations (Goodfellow, Warde-Farley, Mirza, Courville and Bengio 2013).
 *
 * <p>A layer of n units has n / pieces outputs. The gradient goes to the largest unit of a group, of equals to the first. NaN
 * wins against every number.
 *
 * @param pieces units of each group
 */
record Maxout(int pieces) implements Activation {

    /** How large the groups are. */
    record Options(
            @Describe(
                    value = "How many neighbouring units make an output: a divisor of the units of each hidden layer.",
                    defaultsTo = "2",
                    range = "[2, 1000]")
            int pieces) {

        Options {
            Require.in("pieces", pieces, "[2, 1000]");
        }
    }

    /**
     * Groups of layers of known sizes.
     *
     * @param hiddenLayers units of each; groups must divide them
     */
    static Maxout of(Options options, List<Integer> hiddenLayers) {
        Maxout maxout = new Maxout(options.pieces());
        hiddenLayers.forEach(maxout::requireDivisor);
        return maxout;
    }

    private void requireDivisor(int units) {
        Require.that(units % pieces == 0, "pieces", pieces, "a divisor of " + units + ", the units of a hidden layer");
    }

    @Override
    public int outputs(int units) {
        requireDivisor(units);
        return units / pieces;
    }

    @Override
    public void value(INDArray preActivations, INDArray outputs) {
        double[] z = Matrices.toDoubles(preActivations);
        double[] a = new double[z.length / pieces];
        for (int group = 0; group < a.length; group++) {
            a[group] = z[winner(z, group)];
        }
        Matrices.fill(outputs, a);
    }

    @Override
    public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
        double[] z = Matrices.toDoubles(preActivations);
        double[] outputGradient = Matrices.toDoubles(outputGradients);
        double[] gradient = new double[z.length];
        for (int group = 0; group < outputGradient.length; group++) {
            gradient[winner(z, group)] = outputGradient[group];
        }
        Matrices.fill(gradients, gradient);
    }

    /** Where the largest pre-activation of a group lies; groups do not straddle rows, since they divide them. */
    private int winner(double[] z, int group) {
        int best = group * pieces;
        for (int i = best + 1; i < (group + 1) * pieces; i++) {
            if (z[i] > z[best] || Double.isNaN(z[i])) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public OutputRange range() {
        return OutputRange.REAL;
    }
}
