package org.rectify.dataset.reviews;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data, where a machine has one. */
final class RealData {

    private RealData() {}

    /** The folder that the variable RECTIFY_DATA names; skips the test where it has no such folder in it. */
    static Path directoryWith(String folder) {
        Path directory = Path.of(System.getenv().getOrDefault("RECTIFY_DATA", "nowhere"));
        assumeTrue(
                Files.isDirectory(directory.resolve(folder)),
                "skipped: needs the folder " + folder + " in the one that RECTIFY_DATA names");
        return directory;
    }
}
