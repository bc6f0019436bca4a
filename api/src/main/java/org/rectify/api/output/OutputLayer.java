package org.rectify.api.output;

import java.util.OptionalDouble;
import org.rectify.api.facts.Task;

/**
 * The output layer's end on one data set: from scores, the pre-activations of its units, to predictions, cost and gradient.
 *
 * <p>Predictions are logarithms of probabilities where classes are told, in log-sum-exp form, and the numbers themselves
 * where numbers are. Implementations keep nothing between calls, allocate nothing and are used by several threads.
 *
 * @since 0.2
 */
public interface OutputLayer {

    /** What it tells of an example. */
    Task task();

    /** Number of units: of classes, or of numbers to be told; at least 1. */
    int units();

    /**
     * Turns the scores of one example into predictions, in place.
     *
     * @param scores {@link #units()} elements from {@code from}; finite scores give predictions that are not NaN
     */
    void predict(double[] scores, int from);

    /**
     * The cost of one example.
     *
     * @param predictions what {@link #predict} left at {@code from}
     */
    double cost(double[] predictions, int from, Targets targets, int example);

    /**
     * Writes the gradient of the cost of one example with respect to its scores.
     *
     * @param predictions what {@link #predict} left at {@code from}; left untouched
     * @param gradient overwritten from {@code at} for {@link #units()} elements; another array than {@code predictions}
     */
    void gradient(double[] predictions, int from, Targets targets, int example, double[] gradient, int at);

    /**
     * The true number that a unit is to tell of an example; meaningless where classes are told.
     *
     * @param unit from 0
     */
    double target(Targets targets, int example, int unit);

    /** The mean cost of telling the same of all examples, by which divergence is judged; empty where it is not known. */
    OptionalDouble costOfGuessing();
}
