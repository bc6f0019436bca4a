package org.rectify.dataset.norb;

/** Which examples of the training files are for validation (item 52). */
public enum Validation {
    /** The last 58,428 in the order of the files. */
    FILE_ORDER,
    /** 58,428 of them, drawn from the experiment's seed. */
    RANDOM,
    /** A fifth, 58,320: all toys of instance 9, so that none of them is trained on, and the last fifth of those without a toy. */
    BY_INSTANCE
}
