package org.rectify.testkit;

import java.util.Arrays;
import java.util.List;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

/**
 * Evaluated minibatches written out by hand, for tests of metrics.
 *
 * <pre>{@code
 * Observation batch = Observations.ofClasses(new int[] {0, 1}, new double[][] {{0.9, 0.1}, {0.4, 0.6}});
 * }</pre>
 *
 * @since 0.2
 */
public final class Observations {

    private Observations() {}

    /**
     * Classes told by a network without hidden layers, whose inputs are all zero.
     *
     * @param labels the true classes
     * @param probabilities examples x classes; 0 stands for a logarithm of negative infinity
     * @throws IllegalArgumentException when there is another number of labels than of rows, or rows are of different lengths
     */
    public static Observation ofClasses(int[] labels, double[][] probabilities) {
        return ofClasses(labels, probabilities, new double[labels.length][1], List.of());
    }

    /**
     * Classes told by a network.
     *
     * @param labels the true classes
     * @param probabilities examples x classes; 0 stands for a logarithm of negative infinity
     * @param inputs examples x inputs
     * @param hidden of each hidden layer from the first, examples x outputs
     * @throws IllegalArgumentException when there is another number of labels than of rows, or rows are of different lengths
     */
    public static Observation ofClasses(
            int[] labels, double[][] probabilities, double[][] inputs, List<double[][]> hidden) {
        double[][] logarithms = Arrays.stream(probabilities)
                .map(row -> Arrays.stream(row).map(Math::log).toArray())
                .toArray(double[][]::new);
        return new MadeObservation(
                Task.CLASSIFICATION, labels, logarithms, new double[labels.length][0], inputs, hidden);
    }

    /**
     * Numbers told by a network without hidden layers, whose inputs are all zero.
     *
     * @param targets the true numbers, examples x numbers
     * @param told examples x numbers
     * @throws IllegalArgumentException when the arrays are not of the same shape
     */
    public static Observation ofNumbers(double[][] targets, double[][] told) {
        return ofNumbers(targets, told, new double[targets.length][1], List.of());
    }

    /**
     * Numbers told by a network.
     *
     * @param targets the true numbers, examples x numbers
     * @param told examples x numbers
     * @param inputs examples x inputs
     * @param hidden of each hidden layer from the first, examples x outputs
     * @throws IllegalArgumentException when the arrays are not of as many examples, or rows are of different lengths
     */
    public static Observation ofNumbers(
            double[][] targets, double[][] told, double[][] inputs, List<double[][]> hidden) {
        return new MadeObservation(Task.REGRESSION, new int[0], told, targets, inputs, hidden);
    }
}
