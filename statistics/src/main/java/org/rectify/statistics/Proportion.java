package org.rectify.statistics;

import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A share of independent trials, such as an error rate on test examples.
 *
 * @param successes of the trials; for an error rate the errors
 * @param trials how many, at least 1
 */
public record Proportion(int successes, int trials) {

    /** Refuses counts that are no share. */
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + " is not a share");
        }
    }

    /** The share, from 0 to 1. */
    public double rate() {
        return (double) successes / trials;
    }

    /**
     * Wilson's score interval, the rates r for which (rate - r) / sqrt(r (1 - r) / trials) is not beyond the normal
     * quantile.
     *
     * @param alpha one minus the confidence
     */
    public ConfidenceInterval wilson(double alpha) {
        return ConfidenceInterval.of(BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, alpha));
    }

    /** Two-sided p-value of the exact binomial test that the true rate is the expected one. */
    public double p(double expected) {
        return BinomialTest.withDefaults().test(trials, successes, expected).getPValue();
    }
}
