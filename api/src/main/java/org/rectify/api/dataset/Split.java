package org.rectify.api.dataset;

/**
 * A part of a data set: examples with their labels. Safe for use by several threads.
 *
 * @since 0.1
 */
public interface Split {

    /** The inputs. */
    Features features();

    /**
     * The class of an example.
     *
     * @param row from 0
     * @return from 0 to the number of classes - 1; meaningless for unlabelled examples
     */
    int label(int row);

    /**
     * A number that is to be told of an example, where the data set has targets.
     *
     * @param row from 0
     * @param target from 0 to the number of targets - 1
     * @return finite
     * @throws IllegalStateException where the data set has classes instead
     * @since 0.2
     */
    default double target(int row, int target) {
        throw new IllegalStateException("this split has classes, no numbers to be told");
    }

    /** Number of examples. */
    default int size() {
        return features().rows();
    }
}
