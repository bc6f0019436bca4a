package org.rectify.api.component;

/**
 * Checks for the compact constructors of options records.
 *
 * @since 0.1
 */
public final class Require {

    private Require() {}

    /**
     * Refuses a number outside an interval.
     *
     * @param option the key in kebab-case
     * @param interval in the notation of {@link Describe#range()}
     * @throws InvalidOptionException when it lies outside
     */
    public static void in(String option, double value, String interval) {
        if (!Interval.parse(interval).contains(value)) {
            throw new InvalidOptionException(option, value, "in " + interval);
        }
    }

    /** Refuses a whole number outside an interval. */
    public static void in(String option, long value, String interval) {
        if (!Interval.parse(interval).contains(value)) {
            throw new InvalidOptionException(option, value, "in " + interval);
        }
    }

    /** Refuses values of which one lies outside an interval. */
    public static void eachIn(String option, PerLayer<? extends Number> values, String interval) {
        for (Number value : values.values()) {
            in(option, value.doubleValue(), interval);
        }
    }

    /**
     * Refuses what a condition excludes.
     *
     * @param accepted what would be accepted, completing "must be ..."
     */
    public static void that(boolean condition, String option, Object found, String accepted) {
        if (!condition) {
            throw new InvalidOptionException(option, found, accepted);
        }
    }
}
