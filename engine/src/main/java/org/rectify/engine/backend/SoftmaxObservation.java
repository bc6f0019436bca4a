package org.rectify.engine.backend;

import org.rectify.api.metric.Observation;
import org.rectify.engine.network.NetworkDefinition;

/** What every backend's observations share: the examples, and the log-probabilities of their classes. */
public abstract class SoftmaxObservation implements Observation {

    private final NetworkDefinition network;
    private final Minibatch batch;
    private final double[] logProbabilities;

    /**
     * @param logProbabilities of each class, example after example; not copied
     */
    protected SoftmaxObservation(NetworkDefinition network, Minibatch batch, double[] logProbabilities) {
        this.network = network;
        this.batch = batch;
        this.logProbabilities = logProbabilities;
    }

    @Override
    public final int size() {
        return batch.size();
    }

    @Override
    public final int label(int example) {
        return batch.label(example);
    }

    @Override
    public final int predicted(int example) {
        return SoftmaxOutput.predicted(logProbabilities, example, network.classes());
    }

    @Override
    public final double logProbability(int example, int label) {
        return logProbabilities[example * network.classes() + label];
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
