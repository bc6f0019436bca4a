package org.rectify.engine.backend;

import org.rectify.engine.network.AutoencoderDefinition;
import org.rectify.engine.network.Parameters;

/** A denoising auto-encoder in the form of a backend (items 33 and 37). Used by one thread at a time. */
public interface DenoisingAutoencoder extends AutoCloseable {

    /** What it is, without its parameters. */
    AutoencoderDefinition definition();

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

    /** Multiply-adds of weights that the last minibatch took, learned from or not. */
    long multiplyAdds();

    /**
     * Copies the present parameters out.
     *
     * @param snapshot in the shape of {@link AutoencoderDefinition#zeros}; tied weights are written to both layers
     */
    void copyTo(Parameters snapshot);

    /** Replaces the present parameters; the decoder's weights do not count where tied. */
    void copyFrom(Parameters snapshot);

    /** Lets go of memory and threads. */
    @Override
    void close();
}
