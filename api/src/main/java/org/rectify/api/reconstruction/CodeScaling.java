package org.rectify.api.reconstruction;

/** By what the weights and biases of a pre-trained layer are divided, for good (item 41). */
public enum CodeScaling {
    /** Nothing. */
    NONE,
    /** The largest output of the layer over the training set. */
    LAYER,
    /** Each unit by its own largest output over the training set. */
    UNIT
}
