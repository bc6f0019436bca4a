package org.rectify.engine.backend.vector;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.SoftmaxObservation;
import org.rectify.engine.network.NetworkDefinition;

/** What a workspace holds after a forward pass. */
final class VectorObservation extends SoftmaxObservation {

    private final VectorWorkspace workspace;

    VectorObservation(NetworkDefinition network, Minibatch batch, VectorWorkspace workspace) {
        super(network, batch, workspace.logProbabilities());
        this.workspace = workspace;
    }

    @Override
    public long zeros(int layer) {
        return (long) size() * hiddenOutputs(layer)
                - workspace.active(layer + 1).nonzeros();
    }

    @Override
    public long inputZeros() {
        return (long) size() * inputs() - workspace.active(0).nonzeros();
    }

    @Override
    public INDArray hidden(int layer) {
        return workspace.hidden(layer).h().toArray(size());
    }
}
