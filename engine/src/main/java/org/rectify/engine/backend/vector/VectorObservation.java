package org.rectify.engine.backend.vector;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.metric.Observation;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.SoftmaxOutput;
import org.rectify.engine.network.NetworkDefinition;

/** What a workspace holds after a forward pass. */
record VectorObservation(NetworkDefinition network, Minibatch batch, VectorWorkspace workspace) implements Observation {

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
        return (long) batch.size() * hiddenOutputs(layer)
                - workspace.active.get(layer + 1).entries();
    }

    @Override
    public long inputZeros() {
        return (long) batch.size() * inputs() - workspace.active.get(0).entries();
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    @Override
    public INDArray hidden(int layer) {
        INDArray outputs = LayerActivation.staged(
                workspace.outputs.get(layer), batch.size(), hiddenOutputs(layer), workspace.outputStride(layer));
        float[] signs = workspace.signs(layer);
        return signs.length == 0 ? outputs : outputs.muliRowVector(Nd4j.createFromArray(signs));
    }
}
