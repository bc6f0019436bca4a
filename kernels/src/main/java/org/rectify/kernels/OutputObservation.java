package org.rectify.kernels;

import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;
import org.rectify.kernels.network.NetworkDefinition;

/** What every backend's observations share: the examples, and what the output layer predicts of them. */
public abstract class OutputObservation implements Observation {

    private final NetworkDefinition network;
    private final Minibatch batch;
    private final double[] predictions;

    /**
     * @param predictions of each output unit, example after example; not copied
     */
    protected OutputObservation(NetworkDefinition network, Minibatch batch, double[] predictions) {
        this.network = network;
        this.batch = batch;
        this.predictions = predictions;
    }

    @Override
    public final int size() {
        return batch.size();
    }

    @Override
    public final Task task() {
        return network.output().task();
    }

    @Override
    public final int label(int example) {
        return batch.label(example);
    }

    @Override
    public final int predicted(int example) {
        require(Task.CLASSIFICATION);
        return Classification.predicted(predictions, example, network.outputs());
    }

    @Override
    public final double logProbability(int example, int label) {
        require(Task.CLASSIFICATION);
        return predictions[example * network.outputs() + label];
    }

    @Override
    public final int numbers() {
        return task() == Task.REGRESSION ? network.outputs() : 0;
    }

    @Override
    public final double told(int example, int index) {
        require(Task.REGRESSION);
        return predictions[example * network.outputs() + index];
    }

    @Override
    public final double target(int example, int index) {
        require(Task.REGRESSION);
        return network.output().target(batch, example, index);
    }

    private void require(Task asked) {
        if (task() != asked) {
            throw new IllegalStateException("the network's task is " + task() + ", and this is asked of " + asked);
        }
    }

    @Override
    public final int hiddenLayers() {
        return network.hidden().size();
    }

    @Override
    public final int hiddenOutputs(int layer) {
        return network.hidden().get(layer).outputs();
    }

    @Override
    public final int inputs() {
        return network.inputs();
    }
}
