package org.rectify.engine.guard;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

/**
 * An observation as metrics see it: it does not answer for examples, classes, numbers and layers that there are not.
 *
 * @param classes of the data set
 * @param guard of the metric
 */
record CheckedObservation(Observation batch, int classes, Guard guard) implements Observation {

    @Override
    public int size() {
        return batch.size();
    }

    @Override
    public Task task() {
        return batch.task();
    }

    @Override
    public int label(int example) {
        requireExample(example);
        if (classes == 0) {
            throw new IllegalStateException("the data set has no classes");
        }
        return batch.label(example);
    }

    @Override
    public int predicted(int example) {
        requireExample(example);
        return batch.predicted(example);
    }

    @Override
    public double logProbability(int example, int label) {
        requireExample(example);
        if (task() == Task.CLASSIFICATION) {
            require("class", label, classes);
        }
        return batch.logProbability(example, label);
    }

    @Override
    public int numbers() {
        return batch.numbers();
    }

    @Override
    public double told(int example, int index) {
        requireExample(example);
        if (task() == Task.REGRESSION) {
            require("number", index, batch.numbers());
        }
        return batch.told(example, index);
    }

    @Override
    public double target(int example, int index) {
        requireExample(example);
        if (task() == Task.REGRESSION) {
            require("number", index, batch.numbers());
        }
        return batch.target(example, index);
    }

    @Override
    public int hiddenLayers() {
        return batch.hiddenLayers();
    }

    @Override
    public int hiddenOutputs(int layer) {
        requireLayer(layer);
        return batch.hiddenOutputs(layer);
    }

    @Override
    public long zeros(int layer) {
        requireLayer(layer);
        return batch.zeros(layer);
    }

    @Override
    public long inputZeros() {
        return batch.inputZeros();
    }

    @Override
    public int inputs() {
        return batch.inputs();
    }

    @Override
    public INDArray hidden(int layer) {
        requireLayer(layer);
        return guard.engine(() -> batch.hidden(layer));
    }

    private void requireExample(int example) {
        require("example", example, batch.size());
    }

    private void requireLayer(int layer) {
        require("hidden layer", layer, batch.hiddenLayers());
    }

    private static void require(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("there is no " + what + " " + index + ", only 0 to " + (count - 1));
        }
    }
}
