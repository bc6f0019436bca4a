package org.rectify.api.penalty;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;

/**
 * A penalty on the outputs of a hidden layer, for a whole minibatch at a time, so that it may depend on what a unit does on
 * average. One that adds up costs of single outputs is better written as an {@link ElementwisePenalty}.
 *
 * @since 0.2
 */
public non-sealed interface OutputPenalty extends Penalty {

    /**
     * Computes what a layer pays for a minibatch, and adds the derivatives.
     *
     * @param layer hidden layer, from 0
     * @param outputs examples x outputs of the layer's activation, before the sign mask; left untouched
     * @param gradients of the cost with respect to the same outputs; added to
     * @return the cost, in the unit of the cost of one example: a sum over examples is divided by their number
     */
    double cost(int layer, INDArray outputs, INDArray gradients);

    /** Whether layers with this activation pay; a layer that does not costs nothing. */
    default boolean appliesTo(Activation activation) {
        return true;
    }
}
