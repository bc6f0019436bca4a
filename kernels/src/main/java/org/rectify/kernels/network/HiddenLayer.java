package org.rectify.kernels.network;

import org.rectify.api.activation.Activation;

/**
 * A hidden layer: pre-activations {@code z = h' W + b}, outputs {@code h = signs * f(z)} (items 11 and 13).
 *
 * @param inputs number of inputs, fan-in of the weights
 * @param units number of pre-activations, fan-out of the weights
 * @param activation f
 * @param signs one for each of {@code activation.outputs(units)} outputs
 */
public record HiddenLayer(int inputs, int units, Activation activation, Signs signs) {

    /** Refuses signs that are not one for each output. */
    public HiddenLayer {
        if (signs.size() != activation.outputs(units)) {
            throw new IllegalArgumentException(signs.size() + " signs for " + activation.outputs(units) + " outputs");
        }
    }

    /** Number of outputs, which is the number of units unless the activation pairs or pools them. */
    public int outputs() {
        return signs.size();
    }
}
