package org.rectify.api.array;

/**
 * The closed interval that holds every output of an activation or decoder.
 *
 * <p>Declared so that an incompatible reconstruction is refused before training.
 *
 * @param lowest may be {@code -Infinity}
 * @param highest may be {@code Infinity}
 * @since 0.1
 */
public record OutputRange(double lowest, double highest) {

    /** Every number. */
    public static final OutputRange REAL = new OutputRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Zero and above: the rectifier, the softplus. */
    public static final OutputRange NON_NEGATIVE = new OutputRange(0, Double.POSITIVE_INFINITY);

    /** From 0 to 1: the logistic sigmoid, pixels. */
    public static final OutputRange UNIT_INTERVAL = new OutputRange(0, 1);

    /** From -1 to 1: the hyperbolic tangent. */
    public static final OutputRange SIGNED_UNIT_INTERVAL = new OutputRange(-1, 1);

    /** Refuses intervals that hold nothing. */
    public OutputRange {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("empty range from " + lowest + " to " + highest);
        }
    }

    /** Whether a number lies inside; NaN does not. */
    public boolean contains(double number) {
        return number >= lowest && number <= highest;
    }

    /** Whether every number of the other range lies inside this one. */
    public boolean contains(OutputRange other) {
        return lowest <= other.lowest && other.highest <= highest;
    }

    /** The smallest interval that holds this one and a number. */
    public OutputRange including(double number) {
        return new OutputRange(Math.min(lowest, number), Math.max(highest, number));
    }

    @Override
    public String toString() {
        return "[" + lowest + ", " + highest + "]";
    }
}
