package org.rectify.plugin.activations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.arrays.Selection;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * For each example the k largest pre-activations of the layer pass unchanged, all others become exactly zero (Makhzani and Frey
 * 2014).
 *
 * <p>Of equals, those of lower index win. Nothing is rectified: a winner may be negative. A winner of exactly 0 counts as silent
 * and passes no gradient, as the rectifier's does. NaN wins against every number.
 *
 * @param k how many win, at most all; where it is not given, a fraction of the units does
 * @param fraction of the units that win, to the nearest whole number and at least one
 */
record KWinners(Optional<Integer> k, double fraction) implements Activation {

    private static final double USUAL_FRACTION = 0.1;

    /** How many win. */
    record Options(
            @Describe(
                    value = "How many units of each layer win; if it is not given, a fraction of them does.",
                    range = "[1, 1000000]")
            Optional<Integer> k,

            @Describe(
                    value =
                            "The fraction of each layer's units that wins, to the nearest whole number and at least one.",
                    defaultsTo = "0.1",
                    range = "(0, 1]")
            double fraction) {

        Options {
            k.ifPresent(number -> Require.in("k", number, "[1, 1000000]"));
            Require.in("fraction", fraction, "(0, 1]");
            Require.that(k.isEmpty() || fraction == USUAL_FRACTION, "fraction", fraction, "left out where k is given");
        }
    }

    /**
     * Winners among layers of known sizes.
     *
     * @param hiddenLayers units of each; none of them may have fewer than k
     */
    static KWinners of(Options options, List<Integer> hiddenLayers) {
        int fewest = hiddenLayers.stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
        options.k()
                .ifPresent(k -> Require.that(
                        k <= fewest, "k", k, "at most " + fewest + ", the units of the smallest hidden layer"));
        return new KWinners(options.k(), options.fraction());
    }

    /** How many of so many units win. */
    private int winners(int units) {
        return k.map(number -> Math.min(number, units))
                .orElseGet(() -> (int) Math.max(1, Math.round(fraction * units)));
    }

    @Override
    public void value(INDArray preActivations, INDArray outputs) {
        double[] z = Matrices.toDoubles(preActivations);
        int units = preActivations.columns();
        int winners = winners(units);
        for (int first = 0; first < z.length; first += units) {
            keepLargest(z, first, first + units, winners);
        }
        Matrices.fill(outputs, z);
    }

    /** Sets all but the largest elements of {@code [from, to)} to zero. */
    private static void keepLargest(double[] z, int from, int to, int count) {
        double[] row = Arrays.copyOfRange(z, from, to);
        int place = row.length - count;
        Selection.select(row, place);
        double least = row[place];
        int equals = count;
        for (int i = place; i < row.length; i++) {
            equals -= Double.compare(row[i], least) > 0 ? 1 : 0;
        }
        for (int i = from; i < to; i++) {
            int order = Double.compare(z[i], least);
            boolean wins = order > 0 || order == 0 && equals-- > 0;
            z[i] = wins ? z[i] + 0.0 : 0;
        }
    }

    /** A unit passes a gradient if its output is not zero. */
    @Override
    public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
        double[] a = Matrices.toDoubles(outputs);
        double[] gradient = Matrices.toDoubles(outputGradients);
        for (int i = 0; i < a.length; i++) {
            gradient[i] = a[i] == 0 ? 0 : gradient[i];
        }
        Matrices.fill(gradients, gradient);
    }

    @Override
    public OutputRange range() {
        return OutputRange.REAL;
    }

    @Override
    public boolean silentAtZero() {
        return true;
    }
}
