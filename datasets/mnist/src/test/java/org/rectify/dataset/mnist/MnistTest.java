package org.rectify.dataset.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.testkit.TestContext;

class MnistTest {

    @TempDir
    private Path data;

    @Test
    void theOfficialFilesGiveFiftyTenAndTenThousandDigits() {
        Dataset mnist = mnist(RealData.directory(), new MnistOptions(50_000, true));

        assertThat(List.of(
                        mnist.train().size(),
                        mnist.validation().size(),
                        mnist.test().size()))
                .containsExactly(50_000, 10_000, 10_000);
        assertThat(mnist.info().shape()).containsExactly(1, 28, 28);
        assertThat(mnist.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(mnist.info().checksums().values())
                .containsExactlyInAnyOrderElementsOf(
                        OfficialFile.ALL.stream().map(OfficialFile::sha256).toList());
    }

    @Test
    void theOfficialFilesHaveTheirPublishedStatistics() {
        Dataset mnist = mnist(RealData.directory(), new MnistOptions(50_000, true));

        assertThat(Digits.histogram(mnist.train()))
                .containsExactly(4932, 5678, 4968, 5101, 4859, 4506, 4951, 5175, 4842, 4988);
        assertThat(Digits.histogram(mnist.validation()))
                .containsExactly(991, 1064, 990, 1030, 983, 915, 967, 1090, 1009, 961);
        assertThat(Digits.histogram(mnist.test()))
                .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        List<Double> pixels = Digits.pixels(mnist.train(), mnist.validation());
        assertThat(pixels.get(0)).isZero();
        assertThat(pixels.get(1)).isCloseTo(0.1307, within(5e-5));
        assertThat(pixels.get(2)).isEqualTo(1);
    }

    @Test
    void noDigitOfTheOfficialFilesIsInTwoSplits() {
        Dataset mnist = mnist(RealData.directory(), new MnistOptions(50_000, true));
        Set<Long> all = new HashSet<>();
        int sum = 0;
        for (Split split : List.of(mnist.train(), mnist.validation(), mnist.test())) {
            Set<Long> hashes = Digits.hashes(split);
            sum += hashes.size();
            all.addAll(hashes);
        }

        assertThat(all).hasSize(sum);
    }

    @Test
    void missingFilesAreListedWithTheWaysToGetThem() throws IOException {
        Path folder = Files.createDirectory(data.resolve("mnist"));
        Files.createFile(folder.resolve("t10k-labels-idx1-ubyte"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mnist(data, new MnistOptions(50_000, true)))
                .withMessage("""
                        MNIST: 3 of 4 files are missing in %s:
                          train-images-idx3-ubyte or train-images-idx3-ubyte.gz
                          train-labels-idx1-ubyte or train-labels-idx1-ubyte.gz
                          t10k-images-idx3-ubyte or t10k-images-idx3-ubyte.gz
                        rectify datasets fetch mnist downloads them (11 MB).
                        A copy of yours can be put into the folder mnist of the data directory by hand, under the official names:
                          train-images-idx3-ubyte train-labels-idx1-ubyte t10k-images-idx3-ubyte t10k-labels-idx1-ubyte
                        Each may be gzipped, as .gz. The option --data DIR or the variable RECTIFY_DATA names another data directory.
                        The data set mnist-sample needs no files: 7,000 of the digits come with Rectify.""", folder);
    }

    /** The sizes are those of the MNIST page. */
    @Test
    void listsTheGzippedFilesToBeFetched() {
        assertThat(new MnistFactory().remoteFiles())
                .extracting(file -> file.name() + " " + file.bytes())
                .containsExactly(
                        "train-images-idx3-ubyte.gz 9912422",
                        "train-labels-idx1-ubyte.gz 28881",
                        "t10k-images-idx3-ubyte.gz 1648877",
                        "t10k-labels-idx1-ubyte.gz 4542");
        assertThat(new MnistFactory().remoteFiles()).allSatisfy(file -> {
            assertThat(file.addresses())
                    .hasSize(2)
                    .allSatisfy(address ->
                            assertThat(address).hasScheme("https").asString().endsWith("/mnist/" + file.name()));
            assertThat(file.sha256()).isNotEmpty();
            assertThat(file.unpacked()).isFalse();
        });
    }

    @Test
    void filesOfOtherDimensionsAreRefused() throws IOException {
        write("train", 70);
        write("t10k", 10_000);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mnist(data, new MnistOptions(50_000, true)))
                .withMessage(data.resolve("mnist/train-images-idx3-ubyte.gz") + ", byte 4: dimensions [70, 28, 28], but"
                        + " MNIST's file train-images-idx3-ubyte has [60000, 28, 28]; the data set idx reads files of"
                        + " any dimensions");
    }

    @Test
    void filesOfOtherContentAreRefusedUnlessTheyAreWanted() throws IOException {
        write("train", 60_000);
        write("t10k", 10_000);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mnist(data, new MnistOptions(50_000, true)))
                .withMessageContaining("the content of these files is not the official one:")
                .withMessageContaining(
                        data.resolve("mnist/t10k-images-idx3-ubyte.gz").toString())
                .withMessageContaining("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")
                .withMessageEndingWith("use them as they are with verify-checksums = false.");

        Dataset other = mnist(data, new MnistOptions(49_999, false));
        assertThat(other.train().size()).isEqualTo(49_999);
        assertThat(Digits.row(other.train(), 49_998)[0]).isEqualTo(49_998 % 256 / 255f);
        assertThat(Digits.row(other.validation(), 0)[0]).isEqualTo(50_000 % 256 / 255f);
        assertThat(other.train().label(49_998)).isEqualTo(8);
        assertThat(other.validation().label(0)).isZero();
    }

    @Test
    void trainSizeBeyondTheSplitIsRefused() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new MnistOptions(50_001, true))
                .withMessage("train-size = 50001: must be in [1, 50000]");
    }

    private static Dataset mnist(Path dataDirectory, MnistOptions options) {
        return new MnistFactory().create(options, TestContext.in(dataDirectory).withDataDirectory(dataDirectory));
    }

    private void write(String prefix, int size) throws IOException {
        Digits.writeNumbered(data.resolve("mnist"), prefix, size);
    }
}
