package org.rectify.dataset.mnist;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code mnist}. */
public record MnistOptions(
        @Describe(
                value = "How many of the 50,000 training examples are used, from the first.",
                defaultsTo = "50000",
                range = "[1, 50000]",
                source = "section 4.1, item 48")
        int trainSize,

        @Describe(
                value = "Whether files other than the official ones are refused, by their SHA-256.",
                defaultsTo = "true")
        boolean verifyChecksums) {

    /** Refuses sizes out of range. */
    public MnistOptions {
        Require.in("train-size", trainSize, "[1, 50000]");
    }
}
