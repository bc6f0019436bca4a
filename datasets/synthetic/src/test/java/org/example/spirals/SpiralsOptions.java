package org.example.spirals;

import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

public record SpiralsOptions(
        @Describe(value = "Examples of each split.", defaultsTo = "1000", range = "[1, 1000000]")
        int size,

        @Describe(
                value = "Standard deviation of the points around their spiral.",
                defaultsTo = "0.02",
                range = "[0, 1]")
        double noise) {

    public SpiralsOptions {
        Require.in("size", size, "[1, 1000000]");
        Require.in("noise", noise, "[0, 1]");
    }
}
