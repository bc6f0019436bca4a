package org.rectify.dataset.norb;

import java.util.Optional;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code norb}. */
public record NorbOptions(
        @Describe(
                value = "How many of the training examples are used, from the first; all of them unless given.",
                range = "[1, 233280]",
                source = "section 4.1, item 48")
        Optional<Integer> trainSize,

        @Describe(
                value =
                        "Which examples of the training files are for validation: file-order, the last 58,428; random, as many"
                                + " drawn from the experiment's seed; by-instance, a fifth whose toys are not trained on.",
                defaultsTo = "file-order",
                source = "item 52")
        Validation validation,

        @Describe(
                value =
                        "How images of 108 x 108 become 32 x 32: area, the mean of the square a new pixel covers; or bilinear,"
                                + " interpolated at its middle.",
                defaultsTo = "area",
                source = "section 4.1, item 52")
        Resampling resampling,

        @Describe(
                value =
                        "How bytes become numbers from -1 to 1: fixed, v / 127.5 - 1; or min-max, the lowest and highest of the"
                                + " training files at the ends.",
                defaultsTo = "fixed",
                source = "section 4.1, item 52")
        Scaling scaling) {

    /** Refuses sizes out of range. */
    public NorbOptions {
        String range = validation == Validation.BY_INSTANCE ? "[1, 233280]" : "[1, 233172]";
        trainSize.ifPresent(size -> Require.in("train-size", (long) size, range));
    }
}
