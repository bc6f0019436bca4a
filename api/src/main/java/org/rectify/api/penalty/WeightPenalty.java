package org.rectify.api.penalty;

import org.rectify.api.optimizer.Parameter;

/**
 * A cost on each weight, summed: weight decay. Biases pay only where the penalty says so.
 *
 * @since 0.2
 */
public non-sealed interface WeightPenalty extends Penalty {

    /** Whether a parameter pays: the weights of every layer, and no biases, unless overridden. */
    default boolean appliesTo(Parameter parameter) {
        return parameter.role() == Parameter.Role.WEIGHTS;
    }

    /**
     * The cost of one number.
     *
     * @param parameter whose number it is
     */
    double value(Parameter parameter, double weight);

    /**
     * The derivative of the cost of one number, zero where the number is zero and the cost has a kink.
     *
     * @param parameter whose number it is
     */
    double derivative(Parameter parameter, double weight);

    /**
     * Adds the derivatives of the numbers {@code [from, to)} to gradients at the same places. Allocates nothing.
     *
     * @param parameter whose numbers these are
     * @param gradients of the cost averaged over the minibatch
     * @return the cost of these numbers, summed in 64 bits in an order that depends on {@code from} and {@code to} alone
     */
    default double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
        double cost = 0;
        for (int i = from; i < to; i++) {
            cost += value(parameter, weights[i]);
            gradients[i] += (float) derivative(parameter, weights[i]);
        }
        return cost;
    }
}
