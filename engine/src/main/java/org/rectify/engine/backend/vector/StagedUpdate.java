package org.rectify.engine.backend.vector;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.ParameterUpdate;

/** One layer under any optimizer: the gradient is written out, and weights and gradient are handed over as ND4J arrays. */
final class StagedUpdate {

    private final PackedWeights weights;
    private final PackedWeights gradient;
    private final ParameterUpdate weightUpdate;
    private final ParameterUpdate biasUpdate;

    /**
     * @param name of the layer
     */
    StagedUpdate(String name, PackedWeights weights, Optimizer optimizer) {
        this.weights = weights;
        this.gradient = weights.alike();
        this.weightUpdate = optimizer.begin(name + "/weights", Math.multiplyExact(weights.inputs(), weights.units()));
        this.biasUpdate = optimizer.begin(name + "/biases", weights.units());
    }

    /** Where the gradient is gathered; zero between two steps. */
    PackedWeights gradient() {
        return gradient;
    }

    /** Learns from the gradient that was gathered, and clears it. */
    void apply() {
        INDArray newWeights = weights.weightArray();
        INDArray newBiases = weights.biasArray();
        weightUpdate.apply(newWeights, gradient.weightArray());
        biasUpdate.apply(newBiases, gradient.biasArray());
        weights.pack(newWeights, newBiases);
        gradient.clear();
    }
}
