package org.rectify.api.reconstruction;

import org.rectify.api.array.OutputRange;

/**
 * By what the weights and biases of a pre-trained layer are divided, for good (item 41).
 *
 * @since 0.1
 */
public enum CodeScaling {
    /** Nothing. */
    NONE,
    /** The largest output of the layer over the training set. */
    LAYER,
    /** Each unit by its own largest output over the training set. */
    UNIT;

    /**
     * The interval that holds the codes of the training set after the division.
     *
     * <p>Dividing parameters divides outputs where the activation is positively homogeneous, f(c z) = c f(z) for c above 0, as
     * the rectifier is (item 22). Codes of examples outside the training set may exceed 1.
     *
     * @param codes the range of such an activation
     */
    public OutputRange scaled(OutputRange codes) {
        if (this == NONE) {
            return codes;
        }
        return codes.lowest() >= 0 ? OutputRange.UNIT_INTERVAL : OutputRange.REAL;
    }
}
