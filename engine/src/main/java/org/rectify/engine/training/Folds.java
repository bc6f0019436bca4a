package org.rectify.engine.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.config.ExperimentSpec.CrossValidation;

/** Parts of equal size, but for one example, of the labelled examples that are not the test's (item 66). */
public final class Folds {

    private Folds() {}

    /**
     * The examples of all folds but one to learn from, and that one to validate on.
     *
     * @param labelled training and validation examples, parted together
     * @param random of the run: folds of one seed are parts of one division
     */
    public static TrainingData leaveOut(TrainingData labelled, CrossValidation folds, RandomStreams random) {
        Split train = labelled.train();
        Split validation = labelled.validation();
        int[] order = IntStream.range(0, train.size() + validation.size()).toArray();
        random.stream("folds").shuffle(order);
        int[] heldOut = IntStream.range(0, order.length)
                .filter(place -> place % folds.folds() == folds.fold() - 1)
                .map(place -> order[place])
                .sorted()
                .toArray();
        int[] others = IntStream.range(0, order.length)
                .filter(row -> Arrays.binarySearch(heldOut, row) < 0)
                .toArray();
        return new TrainingData(
                SelectedRows.of(train, validation, others), SelectedRows.of(train, validation, heldOut));
    }
}
