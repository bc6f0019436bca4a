package org.rectify.dataset.mnist;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the four files of MNIST.
 *
 * @param name without {@code .gz}
 * @param dimensions of its content
 * @param sha256 of its uncompressed content
 */
record OfficialFile(String name, List<Integer> dimensions, String sha256) {

    static final OfficialFile TRAIN_IMAGES = new OfficialFile(
            "train-images-idx3-ubyte",
            List.of(60_000, 28, 28),
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    static final OfficialFile TRAIN_LABELS = new OfficialFile(
            "train-labels-idx1-ubyte",
            List.of(60_000),
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    static final OfficialFile TEST_IMAGES = new OfficialFile(
            "t10k-images-idx3-ubyte",
            List.of(10_000, 28, 28),
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    static final OfficialFile TEST_LABELS = new OfficialFile(
            "t10k-labels-idx1-ubyte",
            List.of(10_000),
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /** Images and labels for training, images and labels of the test. */
    static final List<OfficialFile> ALL = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    static Stream<String> names() {
        return ALL.stream().map(OfficialFile::name);
    }
}
