package org.rectify.dataset.reviews;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code reviews}. */
public record ReviewsOptions(
        @Describe(
                value = "How many of the most frequent terms of the training reviews are inputs.",
                defaultsTo = "5000",
                range = "[1, 1000000]",
                source = "section 4.2, item 56")
        int terms,

        @Describe(
                value =
                        "How many of the 25,000 training reviews keep their label; the others join the unlabelled ones.",
                defaultsTo = "10000",
                range = "[1, 25000]",
                source = "section 4.2, item 56")
        int labelled,

        @Describe(
                value = "How many reviews of the test file are for validation; none of them is in the test.",
                defaultsTo = "5000",
                range = "[1, 25000]",
                source = "item 48")
        int validationSize,

        @Describe(
                value = "How many reviews of the test file are for the test.",
                defaultsTo = "10000",
                range = "[1, 25000]",
                source = "section 4.2, item 56")
        int testSize,

        @Describe(
                value = "What reviews are labelled with: stars or polarity.",
                defaultsTo = "stars",
                source = "item 66")
        LabelKind labels,

        @Describe(
                value = "Draws the splits; the same splits whatever the experiment's seed.",
                defaultsTo = "1",
                source = "item 66")
        long splitSeed,

        @Describe(
                value = "Whether files of other numbers of reviews than 25,000, 25,000 and 50,000 are refused.",
                defaultsTo = "true")
        boolean verifySizes) {

    /** Refuses sizes out of range. */
    public ReviewsOptions {
        Require.in("terms", terms, "[1, 1000000]");
        Require.in("labelled", labelled, "[1, 25000]");
        Require.in("validation-size", validationSize, "[1, 25000]");
        Require.in("test-size", testSize, "[1, 25000]");
    }
}
