package org.rectify.dataset.reviews.synthetic;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code synthetic-reviews}. */
public record SyntheticReviewsOptions(
        @Describe(
                value = "Training reviews with labels.",
                defaultsTo = "10000",
                range = "[1, 10000000]",
                source = "section 4.2, item 56")
        int labelled,

        @Describe(
                value = "Training reviews without labels.",
                defaultsTo = "300000",
                range = "[0, 10000000]",
                source = "section 4.2, item 56")
        int unlabelled,

        @Describe(value = "Validation reviews.", defaultsTo = "5000", range = "[1, 10000000]", source = "item 48")
        int validationSize,

        @Describe(
                value = "Test reviews.",
                defaultsTo = "10000",
                range = "[1, 10000000]",
                source = "section 4.2, item 56")
        int testSize,

        @Describe(
                value = "Size of the vocabulary; every term is an input.",
                defaultsTo = "5000",
                range = "[1000, 1000000]",
                source = "section 4.2, item 56")
        int terms) {

    /** Refuses sizes out of range. */
    public SyntheticReviewsOptions {
        Require.in("labelled", labelled, "[1, 10000000]");
        Require.in("unlabelled", unlabelled, "[0, 10000000]");
        Require.in("validation-size", validationSize, "[1, 10000000]");
        Require.in("test-size", testSize, "[1, 10000000]");
        Require.in("terms", terms, "[1000, 1000000]");
    }
}
