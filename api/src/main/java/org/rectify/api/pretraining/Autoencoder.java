package org.rectify.api.pretraining;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.random.RandomStream;

/**
 * A denoising auto-encoder over one layer of a stack, which it leaves as it is (items 33 and 37).
 *
 * <p>It begins with the layer's present parameters. Used by one thread at a time.
 *
 * @since 0.1
 */
public interface Autoencoder extends AutoCloseable {

    /**
     * Hands over what positions are drawn from in the steps to come: before the first step, and anew for every epoch. Changes
     * nothing where the auto-encoder rebuilds all of them (item 92).
     *
     * <p>Where it does not, {@link #learn} goes by the drawn positions, weighted, and throws an {@link IllegalStateException}
     * while there is no stream; {@link #cost} is that of all positions.
     */
    void drawFrom(RandomStream stream);

    /**
     * Makes one step of gradient descent on the cost averaged over a minibatch.
     *
     * @param clean examples x inputs, row after row
     * @param corrupted the same shape
     * @param examples how many of the rows count, at most the minibatch size
     * @return reconstruction cost, summed over units and examples, before the step; without the penalty
     */
    double learn(float[] clean, float[] corrupted, int examples);

    /** The same cost of a minibatch, without learning. */
    double cost(float[] clean, float[] corrupted, int examples);

    /** How many outputs of the code were exactly zero in the last minibatch. */
    long zeros();

    /** The encoder's weights, inputs x units: a copy. */
    INDArray weights();

    /** The encoder's biases, 1 x units: a copy. */
    INDArray biases();

    /** Lets go of memory and threads. */
    @Override
    void close();
}
