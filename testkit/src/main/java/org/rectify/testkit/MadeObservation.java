package org.rectify.testkit;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

/**
 * A minibatch whose every number is at hand.
 *
 * @param task what is told
 * @param labels the true classes; empty where there are none
 * @param predictions examples x classes, logarithms of probabilities; or examples x numbers
 * @param targets examples x numbers; rows without elements where classes are told
 * @param inputsOfExamples examples x inputs
 * @param hidden of each hidden layer, examples x outputs
 */
@SuppressWarnings("ArrayRecordComponent")
record MadeObservation(
        Task task,
        int[] labels,
        double[][] predictions,
        double[][] targets,
        double[][] inputsOfExamples,
        List<double[][]> hidden)
        implements Observation {

    MadeObservation {
        hidden = List.copyOf(hidden);
        int examples = predictions.length;
        if (task == Task.CLASSIFICATION && labels.length != examples) {
            throw new IllegalArgumentException(labels.length + " labels for predictions of " + examples + " examples");
        }
        requireRows("predictions", predictions, examples);
        requireRows("targets", targets, examples);
        requireRows("inputs", inputsOfExamples, examples);
        hidden.forEach(layer -> requireRows("hidden outputs", layer, examples));
        if (task == Task.REGRESSION && targets[0].length != predictions[0].length) {
            throw new IllegalArgumentException(
                    predictions[0].length + " numbers told, " + targets[0].length + " true ones");
        }
    }

    private static void requireRows(String what, double[][] rows, int examples) {
        if (examples == 0 || rows.length != examples) {
            throw new IllegalArgumentException(what + " of " + rows.length + " examples among " + examples);
        }
        if (Arrays.stream(rows).anyMatch(row -> row.length != rows[0].length)) {
            throw new IllegalArgumentException("rows of " + what + " are of different lengths");
        }
    }

    /** The same of some examples, in an order. */
    MadeObservation of(int... examples) {
        return new MadeObservation(
                task,
                labels.length == 0
                        ? labels
                        : Arrays.stream(examples)
                                .map(example -> labels[example])
                                .toArray(),
                rows(predictions, examples),
                rows(targets, examples),
                rows(inputsOfExamples, examples),
                hidden.stream().map(layer -> rows(layer, examples)).toList());
    }

    private static double[][] rows(double[][] matrix, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> matrix[row]).toArray(double[][]::new);
    }

    @Override
    public int size() {
        return predictions.length;
    }

    @Override
    public int label(int example) {
        if (labels.length == 0) {
            throw new IllegalStateException("the data set has no classes");
        }
        return labels[example];
    }

    @Override
    public int predicted(int example) {
        requireClasses();
        int best = 0;
        for (int label = 1; label < predictions[example].length; label++) {
            best = predictions[example][label] > predictions[example][best] ? label : best;
        }
        return best;
    }

    @Override
    public double logProbability(int example, int label) {
        requireClasses();
        return predictions[example][label];
    }

    private void requireClasses() {
        if (task != Task.CLASSIFICATION) {
            throw new IllegalStateException("numbers are told, no classes");
        }
    }

    @Override
    public int numbers() {
        return targets[0].length;
    }

    @Override
    public double told(int example, int index) {
        requireNumbers();
        return predictions[example][index];
    }

    @Override
    public double target(int example, int index) {
        requireNumbers();
        return targets[example][index];
    }

    private void requireNumbers() {
        if (task != Task.REGRESSION) {
            throw new IllegalStateException("classes are told, no numbers");
        }
    }

    @Override
    public int hiddenLayers() {
        return hidden.size();
    }

    @Override
    public int hiddenOutputs(int layer) {
        return hidden.get(layer)[0].length;
    }

    @Override
    public long zeros(int layer) {
        return zeros(hidden.get(layer));
    }

    @Override
    public long inputZeros() {
        return zeros(inputsOfExamples);
    }

    @Override
    public int inputs() {
        return inputsOfExamples[0].length;
    }

    @Override
    public INDArray hidden(int layer) {
        return Nd4j.createFromArray(hidden.get(layer)).castTo(DataType.FLOAT);
    }

    private static long zeros(double[][] matrix) {
        return Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> value == 0)
                .count();
    }
}
