package org.rectify.api.activation;

/**
 * How an activation answers the opposite of a strongly excitatory input (paper, section 2.1; item 9).
 *
 * @since 0.1
 */
public enum Symmetry {
    /** With almost nothing: the rectifier, the softplus, the logistic sigmoid, neurons. */
    ONE_SIDED,
    /** With the same excitation: the absolute value. */
    SYMMETRIC,
    /** With the opposite, an inhibition: the hyperbolic tangent, the identity. */
    ANTISYMMETRIC;

    private static final double STRONG = 1e6;

    /**
     * Classifies an activation by its outputs for a strong input and its opposite.
     *
     * <p>The weaker output is set in relation to the stronger: below -1/2 the activation is antisymmetric, above 1/2 it
     * is symmetric, between the two it is one-sided, so that a small leak remains one-sided.
     *
     * @throws IllegalArgumentException when a strong input gives NaN or infinity
     */
    public static Symmetry of(ElementwiseActivation activation) {
        double positive = activation.value(STRONG);
        double negative = activation.value(-STRONG);
        if (!Double.isFinite(positive) || !Double.isFinite(negative)) {
            throw new IllegalArgumentException("an input of " + STRONG + " gives " + positive + ", its opposite "
                    + negative + "; an activation of finite inputs is finite");
        }
        if (positive == negative) {
            return SYMMETRIC;
        }
        boolean positiveIsStronger = Math.abs(positive) >= Math.abs(negative);
        double ratio = positiveIsStronger ? negative / positive : positive / negative;
        if (ratio < -0.5) {
            return ANTISYMMETRIC;
        }
        return ratio > 0.5 ? SYMMETRIC : ONE_SIDED;
    }
}
