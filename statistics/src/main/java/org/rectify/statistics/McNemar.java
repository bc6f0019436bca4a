package org.rectify.statistics;

import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * Two networks compared on the same test examples by those that only one of them gets wrong (item 61).
 *
 * <p>If both had the same error rate, each such example would be the first's or the second's with probability one half.
 *
 * @param firstOnly examples that only the first gets wrong
 * @param secondOnly examples that only the second gets wrong
 * @param examples in all
 */
public record McNemar(int firstOnly, int secondOnly, int examples) {

    /** Refuses counts that exceed the examples. */
    public McNemar {
        if (firstOnly < 0 || secondOnly < 0 || examples < 1 || firstOnly > examples - secondOnly) {
            throw new IllegalArgumentException(
                    firstOnly + " and " + secondOnly + " of " + examples + " examples cannot be");
        }
    }

    /**
     * Compares networks.
     *
     * @throws IllegalArgumentException when they were not tested on equally many examples
     */
    public static McNemar of(Correctness first, Correctness second) {
        if (first.examples() != second.examples()) {
            throw new IllegalArgumentException(
                    "one was tested on " + first.examples() + " examples, the other on " + second.examples());
        }
        return new McNemar(first.wrongOnlyHere(second), second.wrongOnlyHere(first), first.examples());
    }

    /** Examples that exactly one of them gets wrong. */
    public int discordant() {
        return firstOnly + secondOnly;
    }

    /** Two-sided p-value of the exact test: binomial, with probability one half; 1 where no example is discordant. */
    public double p() {
        return discordant() == 0
                ? 1
                : BinomialTest.withDefaults().test(discordant(), firstOnly, 0.5).getPValue();
    }

    /** (firstOnly - secondOnly) / sqrt(firstOnly + secondOnly), about normal where there are many; 0 where there are none. */
    public double z() {
        return discordant() == 0 ? 0 : (firstOnly - secondOnly) / Math.sqrt(discordant());
    }

    /** The first's error rate minus the second's. */
    public double riskDifference() {
        return (double) (firstOnly - secondOnly) / examples;
    }

    /**
     * The exact interval of the risk difference, given how many examples are discordant: Clopper's and Pearson's for the
     * first's share in them. It contains zero exactly where the test does not reject.
     *
     * @param alpha one minus the confidence
     */
    public ConfidenceInterval interval(double alpha) {
        if (discordant() == 0) {
            return new ConfidenceInterval(0, 0);
        }
        ConfidenceInterval share = ConfidenceInterval.of(
                BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(discordant(), firstOnly, alpha));
        double scale = (double) discordant() / examples;
        return new ConfidenceInterval(scale * (2 * share.low() - 1), scale * (2 * share.high() - 1));
    }
}
