package org.rectify.api.output;

/**
 * What is to be told of the examples of a minibatch. Valid until the next minibatch.
 *
 * @since 0.2
 */
public interface Targets {

    /** The true class of an example; meaningless where the data set has no classes. */
    int label(int example);

    /**
     * A true number of an example.
     *
     * @param target from 0
     * @throws IllegalStateException where the data set has no such numbers
     */
    double number(int example, int target);
}
