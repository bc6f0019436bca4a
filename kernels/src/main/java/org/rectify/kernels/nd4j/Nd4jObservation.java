package org.rectify.kernels.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.OutputObservation;
import org.rectify.kernels.network.NetworkDefinition;

/** What a workspace holds after a forward pass. */
final class Nd4jObservation extends OutputObservation {

    private final Minibatch batch;
    private final Nd4jWorkspace workspace;

    Nd4jObservation(NetworkDefinition network, Minibatch batch, Nd4jWorkspace workspace) {
        super(network, batch, workspace.predictions);
        this.batch = batch;
        this.workspace = workspace;
    }

    @Override
    public long zeros(int layer) {
        long zeros = 0;
        for (float output : Matrices.toFloats(workspace.outputs.get(layer))) {
            if (output == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    @Override
    public long inputZeros() {
        return batch.zeros();
    }

    @Override
    public INDArray hidden(int layer) {
        return workspace.outputs.get(layer).dup();
    }
}
