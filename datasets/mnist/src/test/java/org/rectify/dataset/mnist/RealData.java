package org.rectify.dataset.mnist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The folder of real data, where a machine has one. */
final class RealData {

    private RealData() {}

    /** The folder that the variable RECTIFY_DATA names; skips the test where it names none. */
    static Path directory() {
        String directory = System.getenv().getOrDefault("RECTIFY_DATA", "");
        assumeTrue(
                !directory.isEmpty(),
                "skipped: needs MNIST's official files in the folder mnist of the one that RECTIFY_DATA names");
        return Path.of(directory);
    }
}
