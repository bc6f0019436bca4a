package org.rectify.statistics;

/** On which side of a threshold a quantity is claimed to be. */
public enum Relation {
    /** Less than the threshold. */
    BELOW,
    /** More than the threshold. */
    ABOVE;

    /** Whether a value is on this side; the threshold itself is on none. */
    boolean holds(double value, double threshold) {
        return this == BELOW ? value < threshold : value > threshold;
    }

    @Override
    public String toString() {
        return this == BELOW ? "below" : "above";
    }
}
