package org.rectify.kernels.network;

/** Which outputs of a hidden layer are negated, fixed for life (paper, section 3.2; item 11). */
public enum SignMask {
    /** None. */
    NONE,
    /** Exactly half of them, rounded down, at random places. */
    HALF,
    /** Each with probability one half. */
    BERNOULLI,
    /** The second half of them: the last n/2, rounded down. */
    SECOND_HALF
}
