package org.rectify.api.optimizer;

/**
 * How gradients change parameters (paper, section 4.1; item 18). Immutable; what it remembers is in the updates.
 *
 * <p>An optimizer whose steps treat each number by itself is better written as an {@link ElementwiseOptimizer}.
 *
 * @since 0.1
 */
public interface Optimizer {

    /**
     * Begins the learning of one parameter array.
     *
     * @since 0.2
     */
    ParameterUpdate begin(Parameter parameter);
}
