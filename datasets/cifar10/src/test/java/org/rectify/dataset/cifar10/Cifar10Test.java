package org.rectify.dataset.cifar10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.dataset.formats.Checksums;
import org.rectify.testkit.TestContext;

class Cifar10Test {

    private static final int BATCH = 20;
    private static final int PIXELS = 3072;

    @TempDir
    private Path data;

    @Test
    void theOfficialFilesGiveTheSizesAndTheMeanColourOfCifar10() {
        Dataset cifar = official(false);

        assertThat(List.of(
                        cifar.train().size(),
                        cifar.validation().size(),
                        cifar.test().size()))
                .containsExactly(50_000, 5_000, 5_000);
        assertThat(cifar.info().shape()).containsExactly(3, 32, 32);
        assertThat(cifar.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(cifar.info().classes())
                .hasSize(10)
                .startsWith("airplane", "automobile")
                .endsWith("truck");
        double[] sums = new double[3];
        float[] row = new float[PIXELS];
        for (int i = 0; i < 50_000; i++) {
            ((DenseFeatures) cifar.train().features()).copyRow(i, row, 0);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                sums[pixel / 1024] += row[pixel];
            }
        }
        assertThat(sums[0] / (50_000 * 1024.0)).isCloseTo(0.49140, within(5e-6));
        assertThat(sums[1] / (50_000 * 1024.0)).isCloseTo(0.48216, within(5e-6));
        assertThat(sums[2] / (50_000 * 1024.0)).isCloseTo(0.44653, within(5e-6));
    }

    @Test
    void theOfficialFilesHoldEachClassEquallyOftenAndNoImageTwice() {
        Dataset cifar = official(true);

        assertThat(histogram(cifar.train())).isEqualTo(Collections.nCopies(10, 5000));
        assertThat(histogram(cifar.validation(), cifar.test())).isEqualTo(Collections.nCopies(10, 1000));
        Set<String> images = new HashSet<>();
        for (Split split : List.of(cifar.train(), cifar.validation(), cifar.test())) {
            for (int i = 0; i < split.size(); i++) {
                images.add(hash(row(split, i)));
            }
        }
        assertThat(images).hasSize(60_000);
    }

    @Test
    void splitsAreTheTrainingBatchesAndTheHalvesOfTheTestBatch() throws IOException {
        Batches.writeAll(data.resolve("cifar10"), BATCH);

        Dataset cifar = cifar(new Cifar10Options(100, false, false), 1);

        assertThat(List.of(
                        cifar.train().size(),
                        cifar.validation().size(),
                        cifar.test().size()))
                .containsExactly(100, 10, 10);
        assertThat(row(cifar.train(), 0)).isEqualTo(expected(1, 0));
        assertThat(row(cifar.train(), 99)).isEqualTo(expected(5, 19));
        assertThat(row(cifar.validation(), 9)).isEqualTo(expected(6, 9));
        assertThat(row(cifar.test(), 0)).isEqualTo(expected(6, 10));
        assertThat(List.of(
                        cifar.train().label(43),
                        cifar.validation().label(9),
                        cifar.test().label(1)))
                .containsExactly(3, 9, 1);
        assertThat(cifar.info().checksums())
                .hasSize(6)
                .containsKey(data.resolve("cifar10/data_batch_2.bin.gz").toString());
    }

    @Test
    void theDescriptionIsExactThoughNoImageIsRead() throws IOException {
        Batches.writeAll(data.resolve("cifar10"), BATCH);
        Cifar10Options options = new Cifar10Options(7, true, false);

        assertThat(describe(options)).isEqualTo(cifar(options, 1).facts());
        assertThat(describe(options).train()).isEqualTo(7);
    }

    @Test
    void theDescriptionTellsOfFilesThatAreMissingOrOfAnotherLength() throws IOException {
        Cifar10Options options = new Cifar10Options(7, false, false);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> describe(options))
                .withMessageContaining("6 of 6 files are missing");

        Batches.writeAll(data.resolve("cifar10"), BATCH);
        Path batch = data.resolve("cifar10/data_batch_1.bin");
        Files.write(batch, Arrays.copyOf(Files.readAllBytes(batch), 3073 * BATCH - 1));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> describe(options))
                .withMessageStartingWith(batch + ": " + (3073 * BATCH - 1) + " bytes, must be " + 3073 * BATCH);
    }

    @Test
    void aSmallerTrainSizeTakesTheFirstExamples() throws IOException {
        Batches.writeAll(data.resolve("cifar10"), BATCH);

        Dataset cifar = cifar(new Cifar10Options(7, false, false), 1);

        assertThat(cifar.train().size()).isEqualTo(7);
        assertThat(row(cifar.train(), 6)).isEqualTo(expected(1, 6));
        assertThat(cifar.test().size()).isEqualTo(10);
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new Cifar10Options(50_001, false, true))
                .withMessage("train-size = 50001: must be in [1, 50000]");
    }

    @Test
    void thePermutationIsOneOfTheTestBatchAndFollowsTheSeed() throws IOException {
        Batches.writeAll(data.resolve("cifar10"), BATCH);
        Cifar10Options permuted = new Cifar10Options(100, true, false);

        List<Integer> first = places(cifar(permuted, 1));

        assertThat(first).isEqualTo(places(cifar(permuted, 1)));
        assertThat(first).isNotEqualTo(places(cifar(permuted, 2)));
        assertThat(first).isNotEqualTo(places(cifar(new Cifar10Options(100, false, false), 1)));
        assertThat(first.stream().sorted().toList()).isEqualTo(places(cifar(new Cifar10Options(100, false, false), 1)));
        assertThat(row(cifar(permuted, 1).train(), 50)).isEqualTo(expected(3, 10));
    }

    @Test
    void theFolderOfTheUnpackedArchiveIsFound() throws IOException {
        Batches.writeAll(data.resolve("cifar10/cifar-10-batches-bin"), BATCH);

        assertThat(row(cifar(new Cifar10Options(100, false, false), 1).test(), 9))
                .isEqualTo(expected(6, 19));
    }

    @Test
    void missingFilesAreListedWithTheWaysToGetThem() throws IOException {
        Batches.writeAll(data.resolve("cifar10"), BATCH);
        Files.delete(data.resolve("cifar10/data_batch_3.bin"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> cifar(new Cifar10Options(100, false, false), 1))
                .withMessageStartingWith("CIFAR-10: 1 of 6 files are missing in " + data.resolve("cifar10")
                        + ":\n  data_batch_3.bin or data_batch_3.bin.gz\n")
                .withMessageContaining("rectify datasets fetch cifar10 downloads them (170 MB).")
                .withMessageContaining("--data DIR");
    }

    @Test
    void filesOfOtherContentAreRefusedUnlessTheyAreWanted() throws IOException {
        Batches.writeAll(data.resolve("cifar10"), BATCH);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> cifar(new Cifar10Options(100, false, true), 1))
                .withMessageStartingWith("CIFAR-10: the content of these files is not the official one:")
                .withMessageContaining("8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b");
    }

    @Test
    void aLengthThatIsNoMultipleOfARecordIsRefused() throws IOException {
        refuses(Arrays.copyOf(Batches.noise(BATCH, 3), 5 * 3073 + 9), """
                , byte 15374: the file ends within image 5; a batch has 20 images of 3073 bytes, a label and its pixels""");
    }

    @Test
    void fewerImagesAndMoreImagesThanABatchHasAreRefused() throws IOException {
        refuses(Batches.noise(BATCH - 1, 3), ", byte 58387: the file ends before image 19;");
        refuses(Batches.noise(BATCH + 1, 3), ", byte 61460: the file goes on behind the 20 images of 3073 bytes");
        refuses(new byte[0], ", byte 0: the file ends before image 0;");
    }

    @Test
    void aLabelOutOfRangeIsRefused() throws IOException {
        byte[] content = Batches.noise(BATCH, 3);
        content[4 * 3073] = 10;

        refuses(content, ", byte 12292: label 10 of image 4, must be 0 to 9");
    }

    @Test
    void whatCanBeFetchedIsTheOfficialArchive() {
        Cifar10Factory factory = new Cifar10Factory();

        assertThat(factory.remoteFiles()).singleElement().satisfies(archive -> {
            assertThat(archive.name()).isEqualTo("cifar-10-binary.tar.gz");
            assertThat(archive.bytes()).isEqualTo(170_052_171);
            assertThat(archive.unpacked()).isTrue();
        });
        assertThat(factory.filesByHand()).contains("data_batch_1.bin", "test_batch.bin", "folder cifar10");
    }

    private void refuses(byte[] third, String message) throws IOException {
        Path folder = data.resolve("cifar10");
        Batches.writeAll(folder, BATCH);
        Path file = Files.write(folder.resolve("data_batch_3.bin"), third);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> cifar(new Cifar10Options(100, false, false), 1))
                .withMessageStartingWith(file + message);
    }

    private Dataset cifar(Cifar10Options options, long seed) {
        return new Cifar10Factory(BATCH)
                .create(options, TestContext.in(data).withDataDirectory(data).withSeed(seed));
    }

    private DataFacts describe(Cifar10Options options) {
        return new Cifar10Factory(BATCH).describe(options, TestContext.in(data).withDataDirectory(data));
    }

    private static Dataset official(boolean permutation) {
        String directory = System.getenv().getOrDefault("RECTIFY_DATA", "");
        assumeTrue(
                !directory.isEmpty(),
                "skipped: needs CIFAR-10's official files in the folder cifar10 of the one that RECTIFY_DATA names");
        return new Cifar10Factory()
                .create(
                        new Cifar10Options(50_000, permutation, true),
                        TestContext.in(Path.of(directory)).withDataDirectory(Path.of(directory)));
    }

    /** The places in the test batch of the validation and then of the test images. */
    private static List<Integer> places(Dataset cifar) {
        List<Integer> places = new ArrayList<>();
        for (Split split : List.of(cifar.validation(), cifar.test())) {
            for (int i = 0; i < split.size(); i++) {
                float[] row = row(split, i);
                int place = 0;
                while (!Arrays.equals(row, expected(6, place))) {
                    place++;
                }
                assertThat(split.label(i)).isEqualTo(place % 10);
                places.add(place);
            }
        }
        return places;
    }

    private static List<Integer> histogram(Split... splits) {
        int[] counts = new int[10];
        for (Split split : splits) {
            for (int i = 0; i < split.size(); i++) {
                counts[split.label(i)]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static float[] row(Split split, int row) {
        float[] pixels = new float[PIXELS];
        ((DenseFeatures) split.features()).copyRow(row, pixels, 0);
        return pixels;
    }

    private static String hash(float[] pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length);
        bytes.asFloatBuffer().put(pixels);
        return Checksums.sha256(bytes.array());
    }

    private static float[] expected(long seed, int image) {
        byte[] content = Batches.noise(BATCH, seed);
        float[] pixels = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = (float) ((content[image * 3073 + 1 + i] & 0xFF) / 255.0);
        }
        return pixels;
    }
}
