package org.rectify.dataset.norb;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code norb}. */
public record NorbOptions(
        @Describe(
                value = "How many of the training examples are used, from the first.",
                defaultsTo = "233172",
                range = "[1, 233280]",
                source = "section 4.1, item 48")
        int trainSize) {

    /** Refuses sizes out of range. */
    public NorbOptions {
        Require.in("train-size", trainSize, "[1, 233280]");
    }
}
