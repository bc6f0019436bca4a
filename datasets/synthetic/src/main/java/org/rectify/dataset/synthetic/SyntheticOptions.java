package org.rectify.dataset.synthetic;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code synthetic}. */
public record SyntheticOptions(
        @Describe(value = "Training examples.", defaultsTo = "5000", range = "[1, 1000000]")
        int trainSize,

        @Describe(value = "Validation examples.", defaultsTo = "1000", range = "[1, 1000000]")
        int validationSize,

        @Describe(value = "Test examples.", defaultsTo = "1000", range = "[1, 1000000]")
        int testSize) {

    /** Refuses sizes out of range. */
    public SyntheticOptions {
        Require.in("train-size", trainSize, "[1, 1000000]");
        Require.in("validation-size", validationSize, "[1, 1000000]");
        Require.in("test-size", testSize, "[1, 1000000]");
    }
}
