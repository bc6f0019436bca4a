package org.rectify.dataset.mnist;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code mnist-pool}. */
public record MnistPoolOptions(
        @Describe(value = "How many of the 70,000 digits are for training.", defaultsTo = "10000", range = "[1, 69998]")
        int trainSize,

        @Describe(value = "How many others are for validation.", defaultsTo = "2000", range = "[1, 69998]")
        int validationSize,

        @Describe(
                value = "How many others are for the test; the three together at most 70,000.",
                defaultsTo = "50000",
                range = "[1, 69998]")
        int testSize,

        @Describe(
                value = "What decides which digits are in which split; the experiment's seed does not.",
                defaultsTo = "1")
        long splitSeed,

        @Describe(
                value = "Whether files other than the official ones are refused, by their SHA-256.",
                defaultsTo = "true")
        boolean verifyChecksums) {

    private static final int DIGITS = 70_000;

    /** Refuses sizes out of range. */
    public MnistPoolOptions {
        Require.in("train-size", trainSize, "[1, 69998]");
        Require.in("validation-size", validationSize, "[1, 69998]");
        Require.in("test-size", testSize, "[1, 69998]");
        Require.that(
                trainSize + validationSize + testSize <= DIGITS,
                "test-size",
                testSize,
                "at most what train-size and validation-size leave of 70000, " + (DIGITS - trainSize - validationSize));
    }
}
