package org.rectify.dataset.cifar10;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code cifar10}. */
public record Cifar10Options(
        @Describe(
                value = "How many of the 50,000 training examples are used, from the first.",
                defaultsTo = "50000",
                range = "[1, 50000]",
                source = "section 4.1, item 48")
        int trainSize,

        @Describe(
                value =
                        "Whether the test batch is put into a random order, drawn from the experiment's seed, before its first"
                                + " half becomes the validation split and its second half the test split.",
                defaultsTo = "false",
                source = "item 50")
        boolean permutation,

        @Describe(
                value = "Whether files other than the official ones are refused, by their SHA-256.",
                defaultsTo = "true")
        boolean verifyChecksums) {

    /** Refuses sizes out of range. */
    public Cifar10Options {
        Require.in("train-size", trainSize, "[1, 50000]");
    }
}
