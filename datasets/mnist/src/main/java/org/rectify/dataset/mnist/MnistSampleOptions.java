package org.rectify.dataset.mnist;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code mnist-sample}. */
public record MnistSampleOptions(
        @Describe(
                value = "How many of the 5,000 training examples are used, from the first.",
                defaultsTo = "5000",
                range = "[1, 5000]")
        int trainSize) {

    /** Refuses sizes out of range. */
    public MnistSampleOptions {
        Require.in("train-size", trainSize, "[1, 5000]");
    }
}
