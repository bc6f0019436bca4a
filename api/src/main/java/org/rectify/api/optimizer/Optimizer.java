package org.rectify.api.optimizer;

/** How gradients change parameters (paper, section 4.1; item 18). Immutable; what it remembers is in the updates. */
public interface Optimizer {

    /**
     * Begins the learning of one parameter array.
     *
     * @param parameter its name, such as {@code "layer-1/weights"}
     * @param length number of elements
     */
    ParameterUpdate begin(String parameter, int length);
}
