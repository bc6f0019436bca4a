package org.rectify.engine.backend.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.engine.network.NetworkDefinition;

/** Any optimizer: the gradient is written out, and weights and gradient are handed over as ND4J arrays. */
final class StagedUpdate implements LayerUpdate {

    private final BackwardKernel kernel;
    private final List<ParameterUpdate> weightUpdates = new ArrayList<>();
    private final List<ParameterUpdate> biasUpdates = new ArrayList<>();
    private final List<PackedWeights> gradients = new ArrayList<>();

    StagedUpdate(NetworkDefinition network, BackwardKernel kernel, Optimizer optimizer) {
        this.kernel = kernel;
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            int inputs = network.fanIn(layer);
            int units = network.fanOut(layer);
            String name = network.layerName(layer);
            weightUpdates.add(optimizer.begin(name + "/weights", Math.multiplyExact(inputs, units)));
            biasUpdates.add(optimizer.begin(name + "/biases", units));
            gradients.add(new PackedWeights(inputs, units));
        }
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
        kernel.updateWithInputGradient(weights, rows, delta, 0, inputGradient, gradientStride);
        apply(layer, weights, rows, delta, examples);
    }

    @Override
    public void apply(int layer, PackedWeights weights, ActiveRows rows, float[] delta, int examples) {
        PackedWeights gradient = gradients.get(layer);
        Arrays.fill(gradient.weights(), 0);
        kernel.update(gradient, rows, delta, -1);
        Arrays.fill(gradient.biases(), 0);
        for (int example = 0; example < examples; example++) {
            for (int unit = 0; unit < weights.stride(); unit++) {
                gradient.biases()[unit] += delta[example * weights.stride() + unit];
            }
        }
        INDArray newWeights = matrix(weights);
        INDArray newBiases = biases(weights);
        weightUpdates.get(layer).apply(newWeights, matrix(gradient));
        biasUpdates.get(layer).apply(newBiases, biases(gradient));
        weights.pack(Matrices.toFloats(newWeights), Matrices.toFloats(newBiases));
    }

    private static INDArray matrix(PackedWeights packed) {
        float[] dense = new float[packed.inputs() * packed.units()];
        packed.unpack(dense);
        return Nd4j.createFromArray(dense).reshape(packed.inputs(), packed.units());
    }

    private static INDArray biases(PackedWeights packed) {
        return Nd4j.createFromArray(Arrays.copyOf(packed.biases(), packed.units()))
                .reshape(1, packed.units());
    }

    @Override
    public PackedWeights gradient(int layer, PackedWeights weights) {
        return gradients.get(layer);
    }
}
