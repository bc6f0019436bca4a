package org.rectify.engine.evaluation;

import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;

/** The test examples for analyses of a network that is trained and chosen: they measure, and select nothing (item 48). */
public final class TestExamples {

    private TestExamples() {}

    /** The test split of a data set. */
    public static Split of(Dataset dataset) {
        return dataset.test();
    }
}
