package org.rectify.api.pretraining;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.OutputRange;
import org.rectify.api.dataset.Features;
import org.rectify.api.random.RandomStreams;

/**
 * The hidden layers of a network under pre-training, as the engine hands them to a method.
 *
 * <p>Layers count from 0, from the input.
 */
public interface PretrainingStack {

    /** Number of hidden layers; may be 0. */
    int layers();

    /** Number of units of a layer. */
    int units(int layer);

    /** The activation of a layer. */
    Activation activation(int layer);

    /** The signs of a layer's outputs, one per output, each +1 or -1 (item 11). */
    INDArray signs(int layer);

    /** The weights of a layer, inputs x units: a copy. */
    INDArray weights(int layer);

    /** The biases of a layer, 1 x units: a copy. */
    INDArray biases(int layer);

    /**
     * Replaces the parameters of a layer.
     *
     * @param weights inputs x units; copied
     * @param biases 1 x units; copied
     */
    void replace(int layer, INDArray weights, INDArray biases);

    /** The training inputs of a layer: the clean outputs of the layers below, for all examples, labelled or not. */
    Features inputs(int layer);

    /** The same of the validation examples, for choosing by held-out reconstruction error (item 46). */
    Features validationInputs(int layer);

    /** The interval that holds the inputs of a layer. */
    OutputRange inputRange(int layer);

    /** The streams of this pre-training. */
    RandomStreams random();

    /**
     * Tells how far the work is.
     *
     * @param layer under training
     * @param epoch finished, from 1
     * @param cost held-out reconstruction cost, summed over units and averaged over examples
     */
    void report(int layer, int epoch, double cost);
}
