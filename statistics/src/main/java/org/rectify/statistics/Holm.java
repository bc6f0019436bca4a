package org.rectify.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down correction: with it, the chance of any wrong rejection in a family of tests stays below the level. */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p-values: the i-th smallest of m becomes the largest of (m - j + 1) p_j over j up to i, and 1 at most.
     *
     * @param pValues of the family, in any order
     * @return in the same order
     */
    public static double[] adjust(double... pValues) {
        List<Integer> ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> pValues[test]))
                .toList();
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int rank = 0; rank < pValues.length; rank++) {
            int test = ascending.get(rank);
            largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[test]));
            adjusted[test] = largest;
        }
        return adjusted;
    }
}
