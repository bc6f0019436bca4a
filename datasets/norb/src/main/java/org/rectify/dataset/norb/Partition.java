package org.rectify.dataset.norb;

import java.util.stream.IntStream;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStream;

/**
 * Which examples of the training files train, and which are for validation (item 52).
 *
 * @param training places in the training files, in the order of the split
 * @param validation the others
 */
@SuppressWarnings("ArrayRecordComponent")
record Partition(int[] training, int[] validation) {

    private static final int HELD_OUT_INSTANCE = 9;

    /** The last so many examples validate. */
    static Partition inFileOrder(int examples, int validationSize) {
        int[] order = IntStream.range(0, examples).toArray();
        return cut(order, validationSize);
    }

    /** So many examples validate, and all are in a random order. */
    static Partition random(int examples, int validationSize, RandomStream random) {
        int[] order = IntStream.range(0, examples).toArray();
        random.shuffle(order);
        return cut(order, validationSize);
    }

    private static Partition cut(int[] order, int validationSize) {
        int trainSize = order.length - validationSize;
        return new Partition(
                IntStream.of(order).limit(trainSize).toArray(),
                IntStream.of(order).skip(trainSize).toArray());
    }

    /** How many of so many examples validate where toys are held out. */
    static int sizeByInstance(int examples) {
        return examples / 5;
    }

    /**
     * The toys of one of five instances validate, and the last fifth of the examples without a toy.
     *
     * @param instances of each example, -1 where there is no toy
     * @throws DataException when that is not a fifth of all examples
     */
    static Partition byInstance(byte[] instances) {
        long blanks = IntStream.range(0, instances.length)
                .filter(i -> instances[i] < 0)
                .count();
        boolean[] held = new boolean[instances.length];
        long blanksToTrain = blanks - blanks / 5;
        for (int i = 0; i < instances.length; i++) {
            held[i] = instances[i] < 0 ? --blanksToTrain < 0 : instances[i] == HELD_OUT_INSTANCE;
        }
        int[] validation = IntStream.range(0, held.length).filter(i -> held[i]).toArray();
        int expected = sizeByInstance(instances.length);
        if (validation.length != expected) {
            throw new DataException("NORB: the information files give toys of instance " + HELD_OUT_INSTANCE
                    + " and a fifth"
                    + " of the examples without a toy " + validation.length + " examples together, must be "
                    + expected + ", a fifth of all; with validation = file-order they are not needed");
        }
        return new Partition(
                IntStream.range(0, held.length).filter(i -> !held[i]).toArray(), validation);
    }
}
