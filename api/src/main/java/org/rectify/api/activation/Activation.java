package org.rectify.api.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.OutputRange;

/**
 * What a layer does to its pre-activations, a whole minibatch at a time, so that units may compete or pair up.
 *
 * <p>Activations are immutable, keep nothing between calls and are used by several threads. Arrays have one row per
 * example, one column per unit, and elements of 32 or (in checks) 64 bits. An activation that maps each number by itself
 * is better written as an {@link ElementwiseActivation}.
 *
 * @since 0.1
 */
public interface Activation {

    /**
     * How many outputs a layer of so many units has; paired and pooled activations differ.
     *
     * @param units at least 1
     */
    default int outputs(int units) {
        return units;
    }

    /**
     * Computes the outputs.
     *
     * @param preActivations examples x units; left untouched
     * @param outputs examples x {@link #outputs(int)}; overwritten
     */
    void value(INDArray preActivations, INDArray outputs);

    /**
     * Carries the gradient of the cost from the outputs back to the pre-activations.
     *
     * @param preActivations examples x units; left untouched
     * @param outputs what {@link #value} computed from them; left untouched
     * @param outputGradients examples x {@link #outputs(int)}; left untouched
     * @param gradients examples x units; overwritten
     */
    void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients);

    /** The interval that holds every output for finite pre-activations. */
    OutputRange range();

    /**
     * Whether the derivative is zero wherever the output is exactly zero, so that a silent unit passes no gradient.
     *
     * <p>True of the rectifier; false of tanh and the identity. Where it is true the engine skips the input gradient of
     * silent units, exactly.
     */
    default boolean silentAtZero() {
        return false;
    }
}
