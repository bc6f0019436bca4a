package org.rectify.testkit;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function at a point, estimated from five of its values.
 *
 * <p>Central differences at two steps, extrapolated. Their difference, and that of the one-sided differences, which a kink
 * drives apart, bound the error.
 *
 * @param estimate the derivative
 * @param uncertainty how far the estimates lie apart
 */
record Slope(double estimate, double uncertainty) {

    private static final double TOLERANCE = 1e-6;
    private static final double WORST_UNCERTAINTY = 1e-5;

    static Slope of(DoubleUnaryOperator function, double at) {
        double step = Math.min(1e-3, Math.max(1e-6, 1e-4 * Math.abs(at)));
        double middle = function.applyAsDouble(at);
        double right = function.applyAsDouble(at + step);
        double left = function.applyAsDouble(at - step);
        double halfRight = function.applyAsDouble(at + step / 2);
        double halfLeft = function.applyAsDouble(at - step / 2);
        double wide = (right - left) / (2 * step);
        double narrow = (halfRight - halfLeft) / step;
        double forward = (4 * halfRight - right - 3 * middle) / step;
        double backward = (3 * middle - 4 * halfLeft + left) / step;
        return new Slope((4 * narrow - wide) / 3, Math.abs(narrow - wide) + Math.abs(forward - backward));
    }

    /** Whether the function is smooth enough here for the estimate to mean anything: false at a kink. */
    boolean isKnown() {
        return uncertainty <= WORST_UNCERTAINTY * (1 + Math.abs(estimate));
    }

    boolean agreesWith(double derivative) {
        return Math.abs(derivative - estimate) <= TOLERANCE * (1 + Math.abs(estimate)) + uncertainty;
    }
}
