package org.rectify.engine.training;

import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;

/**
 * The examples learning and selection may see: everything but the test split (item 48).
 *
 * @param train what parameters are learned from
 * @param validation what hyper-parameters and the moment to stop are chosen by
 */
public record TrainingData(Split train, Split validation) {

    /** The part of a data set that is not for the report. */
    public static TrainingData of(Dataset dataset) {
        return new TrainingData(dataset.train(), dataset.validation());
    }
}
