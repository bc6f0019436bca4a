package org.rectify.engine.guard;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

/**
 * An observation as metrics see it: it does not answer for examples, classes, numbers and layers that there are not, and
 * remembers whether its answers can be a reason for numbers that are not finite.
 */
final class CheckedObservation implements Observation {

    /** What is below it has a finite exponential, and sums of it stay finite. */
    private static final double MODERATE = 700;

    private final Observation batch;
    private final int classes;
    private final Guard guard;
    private boolean moderate = true;

    /**
     * @param classes of the data set
     * @param guard of the metric
     */
    CheckedObservation(Observation batch, int classes, Guard guard) {
        this.batch = batch;
        this.classes = classes;
        this.guard = guard;
    }

    /** Whether no answer so far was large, infinite or NaN. */
    boolean wasModerate() {
        return moderate;
    }

    private double noted(double number) {
        moderate &= Math.abs(number) < MODERATE;
        return number;
    }

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
        return noted(batch.logProbability(example, label));
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
        return noted(batch.told(example, index));
    }

    @Override
    public double target(int example, int index) {
        requireExample(example);
        if (task() == Task.REGRESSION) {
            require("number", index, batch.numbers());
        }
        return noted(batch.target(example, index));
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
        INDArray hidden = guard.engine(() -> batch.hidden(layer));
        moderate &= Numbers.areModerate(hidden);
        return hidden;
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
