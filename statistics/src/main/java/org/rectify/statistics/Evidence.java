package org.rectify.statistics;

import java.util.OptionalDouble;

/**
 * What the results say about the quantity of a claim.
 *
 * @param test its name, such as {@code paired t-test over seeds}
 * @param count of the units that vary
 * @param unit seeds, folds, examples, networks or points
 * @param leftOut seeds, folds or networks without a finite value: they diverged or were not measured
 * @param estimate of the quantity
 * @param threshold it is compared with
 * @param interval of the quantity, of the confidence the claim is judged at, not corrected for a family
 * @param p two-sided, that the quantity is at the threshold; not corrected for a family
 * @param effectSize Cohen's d: of differences from 0, of one arm's mean from the threshold; empty where there is no spread or
 *     the estimate tells it already
 */
public record Evidence(
        String test,
        int count,
        String unit,
        int leftOut,
        double estimate,
        double threshold,
        ConfidenceInterval interval,
        double p,
        OptionalDouble effectSize) {

    /** Whether the threshold lies in the interval, so that the quantity could be on either side of it. */
    public boolean straddles() {
        return interval.contains(threshold);
    }
}
