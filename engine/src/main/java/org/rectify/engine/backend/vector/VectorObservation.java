package org.rectify.engine.backend.vector;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.SoftmaxObservation;
import org.rectify.engine.network.NetworkDefinition;

/** What a workspace holds after a forward pass. */
final class VectorObservation extends SoftmaxObservation {

    private final VectorWorkspace workspace;

    VectorObservation(NetworkDefinition network, Minibatch batch, VectorWorkspace workspace) {
        super(network, batch, workspace.logProbabilities);
        this.workspace = workspace;
    }

    @Override
    public long zeros(int layer) {
        return (long) size() * hiddenOutputs(layer)
                - workspace.active.get(layer + 1).entries();
    }

    @Override
    public long inputZeros() {
        return (long) size() * inputs() - workspace.active.get(0).entries();
    }

    @Override
    public INDArray hidden(int layer) {
        INDArray outputs = LayerActivation.staged(
                workspace.outputs.get(layer), size(), hiddenOutputs(layer), workspace.outputStride(layer));
        float[] signs = workspace.signs(layer);
        return signs.length == 0 ? outputs : outputs.muliRowVector(Nd4j.createFromArray(signs));
    }
}
