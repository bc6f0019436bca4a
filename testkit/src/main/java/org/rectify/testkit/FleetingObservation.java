package org.rectify.testkit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

/** The one object that the engine shows a metric: each minibatch takes the place of the one before it. */
final class FleetingObservation implements Observation {

    private Observation now;

    FleetingObservation(Observation first) {
        this.now = first;
    }

    /** The next minibatch, in the same object. */
    Observation show(Observation next) {
        now = next;
        return this;
    }

    @Override
    public int size() {
        return now.size();
    }

    @Override
    public Task task() {
        return now.task();
    }

    @Override
    public int label(int example) {
        return now.label(example);
    }

    @Override
    public int predicted(int example) {
        return now.predicted(example);
    }

    @Override
    public double logProbability(int example, int label) {
        return now.logProbability(example, label);
    }

    @Override
    public int numbers() {
        return now.numbers();
    }

    @Override
    public double told(int example, int index) {
        return now.told(example, index);
    }

    @Override
    public double target(int example, int index) {
        return now.target(example, index);
    }

    @Override
    public int hiddenLayers() {
        return now.hiddenLayers();
    }

    @Override
    public int hiddenOutputs(int layer) {
        return now.hiddenOutputs(layer);
    }

    @Override
    public long zeros(int layer) {
        return now.zeros(layer);
    }

    @Override
    public long inputZeros() {
        return now.inputZeros();
    }

    @Override
    public int inputs() {
        return now.inputs();
    }

    @Override
    public INDArray hidden(int layer) {
        return now.hidden(layer);
    }
}
