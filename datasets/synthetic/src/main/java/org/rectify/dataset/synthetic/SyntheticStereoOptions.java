package org.rectify.dataset.synthetic;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code synthetic-stereo}. */
public record SyntheticStereoOptions(
        @Describe(value = "Training examples.", defaultsTo = "5000", range = "[1, 500000]")
        int trainSize,

        @Describe(value = "Validation examples.", defaultsTo = "1000", range = "[1, 500000]")
        int validationSize,

        @Describe(value = "Test examples.", defaultsTo = "1000", range = "[1, 500000]")
        int testSize,

        @Describe(
                value = "Standard deviation of the noise of each pixel, where 1 is the distance from black to white.",
                defaultsTo = "0.03",
                range = "[0, 1]")
        double noise) {

    /** Refuses sizes and noise out of range. */
    public SyntheticStereoOptions {
        Require.in("train-size", trainSize, "[1, 500000]");
        Require.in("validation-size", validationSize, "[1, 500000]");
        Require.in("test-size", testSize, "[1, 500000]");
        Require.in("noise", noise, "[0, 1]");
    }
}
