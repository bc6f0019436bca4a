package org.rectify.api.facts;

/**
 * Which values of a measurement are better.
 *
 * @since 0.2
 */
public enum Direction {
    /** Lower is better: errors, costs. */
    LOWER,
    /** Higher is better: accuracies, scores. */
    HIGHER,
    /** Neither is better: sparsity, counts that describe. */
    NEITHER;

    /**
     * Whether a value is better than another; NaN is better than nothing, and everything else is better than NaN.
     *
     * @return false where neither direction is better
     */
    public boolean isBetter(double candidate, double than) {
        if (this == NEITHER || Double.isNaN(candidate)) {
            return false;
        }
        return Double.isNaN(than) || (this == LOWER ? candidate < than : candidate > than);
    }
}
