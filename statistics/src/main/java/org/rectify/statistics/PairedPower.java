package org.rectify.statistics;

import java.util.OptionalInt;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The power of the paired t-test: how likely it sees a difference that is there, and how many pairs it takes. */
public final class PairedPower {

    /** The power that is usually asked for. */
    public static final double USUAL = 0.8;

    private static final int MOST_PAIRS = 100_000;
    private static final int STEPS = 2000;
    private static final double DEVIATIONS = 12;

    private PairedPower() {}

    /**
     * The chance that the two-sided test rejects: P(|T| > c) for T non-central t of n - 1 degrees of freedom with
     * non-centrality effect sqrt(n).
     *
     * @param effect true mean of the differences by their deviation, Cohen's d
     * @param pairs n, at least 2
     * @param alpha the level of the test
     */
    public static double of(double effect, int pairs, double alpha) {
        double degrees = pairs - 1.0;
        double critical = TDistribution.of(degrees).inverseSurvivalProbability(alpha / 2);
        double shift = Math.abs(effect) * Math.sqrt(pairs);
        double width = DEVIATIONS / Math.sqrt(2 * degrees);
        double from = Math.max(0, 1 - width);
        double step = (1 + width - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double spread = from + i * step;
            int weight = i == 0 || i == STEPS ? 1 : 2 + 2 * (i % 2);
            sum += weight * density(spread, degrees) * rejected(shift, critical * spread);
        }
        return Math.min(1, sum * step / 3);
    }

    /** The chance of rejection where the sample's deviation is a multiple of the true one. */
    private static double rejected(double shift, double critical) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return normal.cumulativeProbability(shift - critical) + normal.cumulativeProbability(-shift - critical);
    }

    /** Density of the sample's deviation by the true one: that of the root of chi-squared by its degrees of freedom. */
    private static double density(double spread, double degrees) {
        double half = degrees / 2;
        double power = degrees == 1 ? 0 : (degrees - 1) * Math.log(spread);
        return 2 * Math.exp(half * Math.log(half) - LogGamma.value(half) + power - half * spread * spread);
    }

    /**
     * The fewest pairs with which the test has the power.
     *
     * @param effect Cohen's d of the differences
     * @param alpha the level of the test
     * @param power from 0 to 1, {@link #USUAL} where there is no reason for another
     * @return empty where 100,000 pairs do not do
     */
    public static OptionalInt pairsNeeded(double effect, double alpha, double power) {
        if (Double.isNaN(effect) || of(effect, MOST_PAIRS, alpha) < power) {
            return OptionalInt.empty();
        }
        int tooFew = 1;
        int enough = 2;
        while (of(effect, enough, alpha) < power) {
            tooFew = enough;
            enough = Math.min(2 * enough, MOST_PAIRS);
        }
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (of(effect, middle, alpha) < power) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return OptionalInt.of(enough);
    }
}
