package org.rectify.engine.backend.vector;

import java.util.HashMap;
import java.util.Map;

/** Plain gradient descent, fused with the gradient in one pass over the weights (item 18). */
final class FusedUpdate implements LayerUpdate {

    private final BackwardKernel kernel;
    private final float rate;
    private final Map<Integer, PackedWeights> gradients = new HashMap<>();

    FusedUpdate(BackwardKernel kernel, float rate) {
        this.kernel = kernel;
        this.rate = rate;
    }

    @Override
    public void applyWithInputGradient(
            int layer,
            PackedWeights weights,
            ActiveRows rows,
            float[] delta,
            int examples,
            float[] inputGradient,
            int gradientStride) {
        kernel.updateWithInputGradient(weights, rows, delta, rate, inputGradient, gradientStride);
        moveBiases(weights, delta, examples);
    }

    @Override
    public void apply(int layer, PackedWeights weights, ActiveRows rows, float[] delta, int examples) {
        kernel.update(weights, rows, delta, rate);
        moveBiases(weights, delta, examples);
    }

    private void moveBiases(PackedWeights weights, float[] delta, int examples) {
        float[] biases = weights.biases();
        for (int example = 0; example < examples; example++) {
            int row = example * weights.stride();
            for (int unit = 0; unit < weights.stride(); unit++) {
                biases[unit] -= rate * delta[row + unit];
            }
        }
    }

    @Override
    public PackedWeights gradient(int layer, PackedWeights weights) {
        return gradients.computeIfAbsent(layer, key -> new PackedWeights(weights.inputs(), weights.units()));
    }
}
