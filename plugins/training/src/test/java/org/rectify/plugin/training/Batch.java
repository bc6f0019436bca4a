package org.rectify.plugin.training;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

/**
 * A minibatch written out by hand.
 *
 * @param labels the true classes
 * @param logProbabilities examples x classes
 * @param features examples x inputs
 * @param outputs of each hidden layer, examples x outputs
 */
public record Batch(int[] labels, double[][] logProbabilities, double[][] features, List<double[][]> outputs)
        implements Observation {

    /** Predictions of a network of which nothing else is known. */
    public static Batch predicting(int[] labels, double[][] probabilities) {
        double[][] logarithms = new double[labels.length][];
        for (int example = 0; example < labels.length; example++) {
            logarithms[example] =
                    Arrays.stream(probabilities[example]).map(Math::log).toArray();
        }
        return new Batch(labels, logarithms, new double[labels.length][1], List.of());
    }

    /** Activity of a network whose predictions do not matter. */
    public static Batch active(double[][] inputs, List<double[][]> outputs) {
        return new Batch(new int[inputs.length], new double[inputs.length][1], inputs, outputs);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public int numbers() {
        return 0;
    }

    @Override
    public double told(int example, int index) {
        throw new IllegalStateException("classes are told, no numbers");
    }

    @Override
    public double target(int example, int index) {
        throw new IllegalStateException("classes are told, no numbers");
    }

    @Override
    public int label(int example) {
        return labels[example];
    }

    @Override
    public int predicted(int example) {
        int best = 0;
        for (int label = 1; label < logProbabilities[example].length; label++) {
            best = logProbabilities[example][label] > logProbabilities[example][best] ? label : best;
        }
        return best;
    }

    @Override
    public double logProbability(int example, int label) {
        return logProbabilities[example][label];
    }

    @Override
    public int hiddenLayers() {
        return outputs.size();
    }

    @Override
    public int hiddenOutputs(int layer) {
        return outputs.get(layer)[0].length;
    }

    @Override
    public long zeros(int layer) {
        return zeros(outputs.get(layer));
    }

    @Override
    public long inputZeros() {
        return zeros(features);
    }

    @Override
    public int inputs() {
        return features[0].length;
    }

    @Override
    public INDArray hidden(int layer) {
        return Nd4j.createFromArray(outputs.get(layer));
    }

    private static long zeros(double[][] matrix) {
        return Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> value == 0)
                .count();
    }
}
