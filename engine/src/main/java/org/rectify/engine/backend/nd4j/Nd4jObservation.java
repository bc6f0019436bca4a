package org.rectify.engine.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.metric.Observation;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.SoftmaxOutput;
import org.rectify.engine.network.NetworkDefinition;

/** What a workspace holds after a forward pass. */
record Nd4jObservation(NetworkDefinition network, Minibatch batch, Nd4jWorkspace workspace) implements Observation {

    @Override
    public int size() {
        return batch.size();
    }

    @Override
    public int label(int example) {
        return batch.label(example);
    }

    @Override
    public int predicted(int example) {
        return SoftmaxOutput.predicted(workspace.logProbabilities, example, network.classes());
    }

    @Override
    public double logProbability(int example, int label) {
        return workspace.logProbabilities[example * network.classes() + label];
    }

    @Override
    public int hiddenLayers() {
        return network.hidden().size();
    }

    @Override
    public int hiddenOutputs(int layer) {
        return network.hidden().get(layer).outputs();
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
    public int inputs() {
        return network.inputs();
    }

    @Override
    public INDArray hidden(int layer) {
        return workspace.outputs.get(layer).dup();
    }
}
