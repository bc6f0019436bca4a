package org.rectify.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Spearman's rank correlation: whether one quantity rises with another, whatever the shape of the curve (item 63).
 *
 * @param count of pairs, at least 4
 * @param rho Pearson's correlation of their ranks, ties ranked by their mean; 0 where one quantity does not vary
 * @param p two-sided, that there is no correlation: over all orders up to 8 pairs, by Student's t of count - 2 degrees of
 *     freedom above
 */
public record SpearmanCorrelation(int count, double rho, double p) {

    private static final int MOST_PERMUTED = 8;
    private static final double ROUNDING = 1e-12;

    /**
     * The correlation of pairs.
     *
     * @param first one quantity of each pair
     * @param second the other
     */
    public static SpearmanCorrelation of(double[] first, double[] second) {
        int count = first.length;
        if (count < 4 || second.length != count) {
            throw new IllegalArgumentException(
                    count + " and " + second.length + " values; at least 4 pairs are needed");
        }
        double[] firstRanks = centred(first);
        double[] secondRanks = centred(second);
        double rho = correlation(firstRanks, secondRanks);
        return new SpearmanCorrelation(
                count, rho, count <= MOST_PERMUTED ? permutationP(firstRanks, secondRanks, rho) : studentP(count, rho));
    }

    private static double[] centred(double[] values) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(values);
        double mean = Mean.of(ranks).getAsDouble();
        return Arrays.stream(ranks).map(rank -> rank - mean).toArray();
    }

    private static double correlation(double[] first, double[] second) {
        double scale = Math.sqrt(dot(first, first) * dot(second, second));
        return scale == 0 ? 0 : Math.max(-1, Math.min(1, dot(first, second) / scale));
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int pair = 0; pair < first.length; pair++) {
            sum += first[pair] * second[pair];
        }
        return sum;
    }

    private static double studentP(int count, double rho) {
        double t = Math.abs(rho) * Math.sqrt((count - 2) / (1 - rho * rho));
        return 2 * TDistribution.of(count - 2.0).survivalProbability(t);
    }

    /** The share of all orders of the second that correlate as strongly. */
    private static double permutationP(double[] first, double[] second, double rho) {
        int[] counts = new int[2];
        permute(first, second.clone(), 0, Math.abs(rho) - ROUNDING, counts);
        return (double) counts[1] / counts[0];
    }

    private static void permute(double[] first, double[] second, int fixed, double atLeast, int[] counts) {
        if (fixed == second.length) {
            counts[0]++;
            counts[1] += Math.abs(correlation(first, second)) >= atLeast ? 1 : 0;
            return;
        }
        for (int next = fixed; next < second.length; next++) {
            swap(second, fixed, next);
            permute(first, second, fixed + 1, atLeast, counts);
            swap(second, fixed, next);
        }
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }

    /** Two-sided p-value that the true correlation is the expected one; for other values than 0 by Fisher's transformation. */
    public double p(double expected) {
        return expected == 0
                ? p
                : Math.min(
                        1,
                        2
                                * NormalDistribution.of(0, 1)
                                        .survivalProbability(Math.abs(atanh(imperfect()) - atanh(expected)) / error()));
    }

    /**
     * Fisher's interval, with Bonett's and Wright's variance (1 + rho^2 / 2) / (n - 3) for ranks. A perfect order counts as
     * one swap of neighbours short of it, since no number of pairs makes it certain.
     *
     * @param alpha one minus the confidence
     */
    public ConfidenceInterval interval(double alpha) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2) * error();
        double centre = atanh(imperfect());
        return new ConfidenceInterval(Math.tanh(centre - half), Math.tanh(centre + half));
    }

    private double imperfect() {
        double next = 1 - 12.0 / (count * ((double) count * count - 1));
        return Math.max(-next, Math.min(next, rho));
    }

    private double error() {
        return Math.sqrt((1 + imperfect() * imperfect() / 2) / (count - 3));
    }

    private static double atanh(double value) {
        return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }
}
