package org.rectify.api.corruption;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.OutputRange;
import org.rectify.api.random.RandomStream;

/**
 * The noise that a denoising auto-encoder learns to remove (paper, section 3.2; items 34-36).
 *
 * <p>Corruptions are immutable and keep nothing between calls: all randomness is in the stream.
 *
 * @since 0.1
 */
public interface Corruption {

    /**
     * Writes a corrupted copy of a minibatch.
     *
     * @param clean examples x units; left untouched
     * @param corrupted the same shape; overwritten
     * @param random fresh for each presentation
     */
    void corrupt(INDArray clean, INDArray corrupted, RandomStream random);

    /** The interval that holds corrupted values when clean values lie in the given one. */
    OutputRange range(OutputRange clean);
}
