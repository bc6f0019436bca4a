package org.rectify.dataset.mnist;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.rectify.api.dataset.RemoteFile;

/**
 * One of the four files of MNIST.
 *
 * @param name without {@code .gz}
 * @param dimensions of its content
 * @param sha256 of its uncompressed content
 * @param gzipBytes size of the gzipped file that is published
 * @param gzipSha256 of the gzipped file that is published
 */
record OfficialFile(String name, List<Integer> dimensions, String sha256, long gzipBytes, String gzipSha256) {

    /** Folders of the web that hold the gzipped files as they were published first. */
    private static final List<String> MIRRORS = List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/");

    static final OfficialFile TRAIN_IMAGES = new OfficialFile(
            "train-images-idx3-ubyte",
            List.of(60_000, 28, 28),
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            9_912_422,
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609");
    static final OfficialFile TRAIN_LABELS = new OfficialFile(
            "train-labels-idx1-ubyte",
            List.of(60_000),
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            28_881,
            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c");
    static final OfficialFile TEST_IMAGES = new OfficialFile(
            "t10k-images-idx3-ubyte",
            List.of(10_000, 28, 28),
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            1_648_877,
            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6");
    static final OfficialFile TEST_LABELS = new OfficialFile(
            "t10k-labels-idx1-ubyte",
            List.of(10_000),
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
            4_542,
            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6");

    /** Images and labels for training, images and labels of the test. */
    static final List<OfficialFile> ALL = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    static Stream<String> names() {
        return ALL.stream().map(OfficialFile::name);
    }

    /** The gzipped file, and where it is to be had. */
    RemoteFile remote() {
        String gzipped = name + ".gz";
        List<URI> addresses =
                MIRRORS.stream().map(mirror -> URI.create(mirror + gzipped)).toList();
        return new RemoteFile(gzipped, addresses, gzipBytes, gzipSha256, false);
    }
}
