package org.rectify.api.metric;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.facts.Task;

/**
 * One evaluated minibatch: what the network made of some examples. Valid until the next one is observed.
 *
 * @since 0.1
 */
public interface Observation {

    /** Number of examples. */
    int size();

    /**
     * What the network tells of an example.
     *
     * @since 0.2
     */
    Task task();

    /**
     * The true class of an example.
     *
     * @throws IllegalStateException where the data set has no classes
     */
    int label(int example);

    /**
     * The class of highest probability; of equals the first.
     *
     * @throws IllegalStateException where the task is not classification
     */
    int predicted(int example);

    /**
     * The natural logarithm of the probability given to a class, exact where the probability underflows.
     *
     * @throws IllegalStateException where the task is not classification
     */
    double logProbability(int example, int label);

    /**
     * How many numbers the network tells of an example: one for each output unit; 0 where the task is not regression.
     *
     * @since 0.2
     */
    int numbers();

    /**
     * A number that the network tells of an example.
     *
     * @param index from 0 to {@link #numbers()} - 1
     * @since 0.2
     */
    double told(int example, int index);

    /**
     * The true number.
     *
     * @param index from 0 to {@link #numbers()} - 1
     * @since 0.2
     */
    double target(int example, int index);

    /** Number of hidden layers. */
    int hiddenLayers();

    /** Number of outputs of a hidden layer. */
    int hiddenOutputs(int layer);

    /** How many outputs of a hidden layer are exactly zero, over all examples. */
    long zeros(int layer);

    /** How many of the network's inputs are exactly zero, over all examples. */
    long inputZeros();

    /** Number of the network's inputs. */
    int inputs();

    /** The outputs of a hidden layer, after its sign mask: examples x outputs; a copy made on request. */
    INDArray hidden(int layer);
}
