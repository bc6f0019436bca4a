package org.rectify.statistics;

import org.apache.commons.statistics.interval.Interval;

/**
 * Where a quantity lies, at a level of confidence that whoever made the interval knows.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record ConfidenceInterval(double low, double high) {

    /** Refuses ends that are not numbers, or in the wrong order. */
    public ConfidenceInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "] is not an interval");
        }
    }

    static ConfidenceInterval of(Interval interval) {
        return new ConfidenceInterval(interval.getLowerBound(), interval.getUpperBound());
    }

    /** The part of it that lies between two bounds; an end beyond them becomes the bound. */
    public ConfidenceInterval within(double least, double greatest) {
        return new ConfidenceInterval(
                Math.min(greatest, Math.max(least, low)), Math.min(greatest, Math.max(least, high)));
    }

    /** Whether a value lies in it, its ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
