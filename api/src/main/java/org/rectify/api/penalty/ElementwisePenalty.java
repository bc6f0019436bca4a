package org.rectify.api.penalty;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;

/**
 * A cost on each output of a hidden layer, summed over units and averaged over the examples of a minibatch (paper, section
 * 3.2; item 17).
 *
 * @since 0.2
 */
public interface ElementwisePenalty extends OutputPenalty {

    /**
     * The cost of one output.
     *
     * @param layer hidden layer, from 0
     * @param a an output of the layer's activation, before the sign mask
     */
    double value(int layer, double a);

    /**
     * The derivative of the cost of one output, zero where the output is zero and the cost has a kink.
     *
     * @param layer hidden layer, from 0
     * @param a an output of the layer's activation, before the sign mask
     */
    double derivative(int layer, double a);

    /**
     * The cost of the outputs {@code [from, to)}, summed in 64 bits in an order that depends on {@code from} and {@code to} alone.
     * Allocates nothing.
     *
     * @param layer hidden layer, from 0
     * @param a outputs of the layer's activation, before the sign mask
     */
    default double value(int layer, float[] a, int from, int to) {
        double cost = 0;
        for (int i = from; i < to; i++) {
            cost += value(layer, a[i]);
        }
        return cost;
    }

    /**
     * Adds the derivatives of the outputs {@code [from, to)}, scaled, to gradients at the same places. Allocates nothing.
     *
     * @param a outputs of the layer's activation, before the sign mask
     * @param scale one over the number of examples
     * @param gradient with respect to the same outputs
     */
    default void addDerivative(int layer, float[] a, int from, int to, float scale, float[] gradient) {
        for (int i = from; i < to; i++) {
            gradient[i] += scale * (float) derivative(layer, a[i]);
        }
    }

    @Override
    default double cost(int layer, INDArray outputs, INDArray gradients) {
        double[] a = Matrices.toDoubles(outputs);
        double[] sum = Matrices.toDoubles(gradients);
        long examples = outputs.rows();
        double cost = 0;
        for (int i = 0; i < a.length; i++) {
            cost += value(layer, a[i]);
            sum[i] += derivative(layer, a[i]) / examples;
        }
        Matrices.fill(gradients, sum);
        return cost / examples;
    }
}
