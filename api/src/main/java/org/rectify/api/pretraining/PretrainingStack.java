package org.rectify.api.pretraining;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Features;
import org.rectify.api.random.RandomStreams;

/**
 * The hidden layers of a network under pre-training, as the engine hands them to a method.
 *
 * <p>Layers count from 0, from the input.
 *
 * @since 0.1
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

    /** The clean outputs of a layer with its present parameters, for all training examples. */
    Features outputs(int layer);

    /** The training inputs of a layer, of the validation examples, for choosing by held-out reconstruction error (item 46). */
    Features validationInputs(int layer);

    /**
     * The interval that holds the inputs of a layer; where the layer below is half-negated, its outputs before their signs.
     */
    OutputRange inputRange(int layer);

    /** The streams of this pre-training. */
    RandomStreams random();

    /**
     * Makes an auto-encoder over a layer, on the engine's fast kernels.
     *
     * <p>It begins with the layer's parameters and, unless tied, a decoder drawn like them, biases zero (item 33). What it
     * learns counts when it is handed to {@link #replace}.
     *
     * @throws org.rectify.api.error.RectifyException of category {@code USER} when weights are to be tied where units and
     *     outputs differ in number
     */
    Autoencoder autoencoder(int layer, AutoencoderSpec spec);

    /** Tells how far the work is. */
    void report(LayerProgress progress);

    /** Tells which learning rate a layer was learned with in the end, of those that were tried (item 46). */
    void chosen(LayerProgress progress);
}
