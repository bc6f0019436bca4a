package org.rectify.api.optimizer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The learning of one parameter array; may remember earlier gradients.
 *
 * @since 0.1
 */
public interface ParameterUpdate {

    /**
     * Makes one step.
     *
     * @param parameter rows x columns, as {@link Parameter} says; changed in place
     * @param gradient of the cost averaged over the minibatch, the same shape; may be overwritten
     * @param step its learning rate is to be multiplied by {@link Step#rateFactor()}
     * @since 0.2
     */
    void apply(INDArray parameter, INDArray gradient, Step step);

    /**
     * What it remembers, by name, as copies, so that learning can be taken up again exactly: of each name as many numbers as the
     * parameter has; empty where it remembers nothing.
     *
     * @since 0.2
     */
    default Map<String, INDArray> state() {
        return Map.of();
    }

    /**
     * Remembers what {@link #state()} gave.
     *
     * @param state copied
     * @throws IllegalArgumentException when it is not a state of such an update
     * @since 0.2
     */
    default void restore(Map<String, INDArray> state) {
        if (!state.isEmpty()) {
            throw new IllegalArgumentException("this update remembers nothing, but is to restore " + state.keySet());
        }
    }
}
