package org.rectify.engine.backend.vector;

/** How the weights and biases of a layer learn from its delta. */
interface LayerUpdate {

    /** Learns, and finds the gradient with respect to the layer's inputs by the weights as they were. */
    void applyWithInputGradient(
            int layer,
            PackedWeights weights,
            ActiveRows rows,
            float[] delta,
            int examples,
            float[] inputGradient,
            int gradientStride);

    /** Learns. */
    void apply(int layer, PackedWeights weights, ActiveRows rows, float[] delta, int examples);

    /** An array in the shape of a layer for a gradient, made when it is first asked for. */
    PackedWeights gradient(int layer, PackedWeights weights);
}
