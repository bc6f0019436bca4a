package org.rectify.dataset.reviews;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code amazon}. */
public record AmazonOptions(
        @Describe(
                value = "Which products: all, books, dvd, electronics or kitchen.",
                defaultsTo = "all",
                source = "item 73")
        Domain domain,

        @Describe(
                value = "How many of the most frequent terms of the training reviews are inputs.",
                defaultsTo = "5000",
                range = "[1, 1000000]",
                source = "section 4.2, item 56")
        int terms,

        @Describe(
                value = "What reviews are labelled with: stars or polarity.",
                defaultsTo = "polarity",
                source = "item 73")
        LabelKind labels,

        @Describe(
                value = "Which share of the reviews that are not for the test is for validation.",
                defaultsTo = "0.1",
                range = "(0, 1)",
                source = "item 48")
        double validationShare,

        @Describe(
                value = "Which share of the reviews is for the test.",
                defaultsTo = "0.2",
                range = "(0, 1)",
                source = "item 48")
        double testShare,

        @Describe(
                value = "How many training reviews keep their label, the others being unlabelled; 0: all.",
                defaultsTo = "0",
                range = "[0, 1000000000]",
                source = "item 58")
        int labelled,

        @Describe(
                value = "Draws the splits; the same splits whatever the experiment's seed.",
                defaultsTo = "1",
                source = "item 66")
        long splitSeed) {

    /** What reviews are about. */
    public enum Domain {
        /** Everything. */
        ALL,
        /** Books. */
        BOOKS,
        /** Films. */
        DVD,
        /** Electronics. */
        ELECTRONICS,
        /** Kitchen and housewares. */
        KITCHEN
    }

    /** Refuses numbers out of range. */
    public AmazonOptions {
        Require.in("terms", terms, "[1, 1000000]");
        Require.in("validation-share", validationShare, "(0, 1)");
        Require.in("test-share", testShare, "(0, 1)");
        Require.in("labelled", labelled, "[0, 1000000000]");
    }
}
