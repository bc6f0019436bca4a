package org.rectify.engine.training;

import java.util.Optional;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.config.ExperimentSpec.CrossValidation;

/**
 * The examples learning and selection may see: everything but the test split (item 48).
 *
 * @param train what parameters are learned from
 * @param validation what hyper-parameters and the moment to stop are chosen by
 */
public record TrainingData(Split train, Split validation) {

    /**
     * The part of a data set that is not for the report, with some of its training labels.
     *
     * @param labelFraction which part of each class's training examples is kept, above 0 and at most 1 (item 58)
     * @param random decides which
     */
    public static TrainingData of(Dataset dataset, double labelFraction, RandomStreams random) {
        return of(dataset, Optional.empty(), labelFraction, random);
    }

    /**
     * The part of a data set that is not for the report, parted anew into folds where there are any, with some of its
     * training labels.
     *
     * @param fold to validate on, all others being for training (item 66)
     * @param labelFraction which part of each class's training examples is kept, above 0 and at most 1 (item 58)
     * @param random decides which
     */
    public static TrainingData of(
            Dataset dataset, Optional<CrossValidation> fold, double labelFraction, RandomStreams random) {
        TrainingData declared = new TrainingData(dataset.train(), dataset.validation());
        TrainingData parted =
                fold.map(one -> Folds.leaveOut(declared, one, random)).orElse(declared);
        int classes = dataset.info().classes().size();
        return new TrainingData(LabelSubset.of(parted.train(), classes, labelFraction, random), parted.validation());
    }
}
