package org.rectify.api.dataset;

/** A part of a data set: examples with their labels. Safe for use by several threads. */
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

    /** Number of examples. */
    default int size() {
        return features().rows();
    }
}
