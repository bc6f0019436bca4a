package org.rectify.api.initializer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.random.RandomStream;

/**
 * The first values of a layer's weights; biases start at zero (paper, section 4.1; item 15).
 *
 * @since 0.1
 */
public interface Initializer {

    /**
     * Fills the weights of a layer.
     *
     * @param weights inputs x units (fan-in x fan-out); overwritten, row after row, so that equal streams give equal
     *     weights
     */
    void fill(INDArray weights, RandomStream random);
}
