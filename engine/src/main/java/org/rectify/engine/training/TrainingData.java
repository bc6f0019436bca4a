package org.rectify.engine.training;

import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;

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
        int classes = dataset.info().classes().size();
        return new TrainingData(LabelSubset.of(dataset.train(), classes, labelFraction, random), dataset.validation());
    }
}
