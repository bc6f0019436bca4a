package org.rectify.api.initializer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.random.RandomStream;
import org.rectify.api.stability.Experimental;

/**
 * An initializer that looks at what goes into a layer.
 *
 * <p>The engine asks it layer after layer, from the first, so that the layers below have their first values. Where there are
 * no examples to look at, as for the decoder of an auto-encoder or for untrained networks in an analysis, the engine calls
 * {@link #fill(INDArray, RandomStream)}, which does what can be done without them.
 *
 * @since 0.2
 */
@Experimental
public interface DataDependentInitializer extends Initializer {

    /** How many training examples it looks at, at most; at least 1. */
    int examples();

    /**
     * Fills the weights of a layer whose inputs are known.
     *
     * @param weights inputs x units (fan-in x fan-out); overwritten, so that equal inputs and equal streams give equal weights
     * @param inputs examples x inputs, at least one example: what the layers below put out, or the data set's inputs; left
     *     untouched
     */
    void fill(INDArray weights, INDArray inputs, RandomStream random);
}
