package org.rectify.dataset.norb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.dataset.formats.MatrixElement;
import org.rectify.testkit.TestContext;

class NorbTest {

    private static final NorbOptions DEFAULTS = options(Validation.FILE_ORDER);
    private static final List<Integer> IMAGES = List.of(NorbParts.EXAMPLES, 2, 108, 108);

    @TempDir
    private Path data;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = data.resolve("norb");
        NorbParts.write(folder);
    }

    @Test
    void theOfficialFilesHoldTheSizesOfThePaper() {
        Layout official = Layout.OFFICIAL;

        assertThat(official.trainingExamples() - official.validationSize()).isEqualTo(233_172);
        assertThat(official.validationSize()).isEqualTo(58_428);
        assertThat(official.testExamples()).isEqualTo(58_320);
        assertThat(official.trainingExamples() / 5).isEqualTo(58_320);
        assertThat(official.parts())
                .hasSize(12)
                .startsWith("norb-5x46789x9x18x6x2x108x108-training-01")
                .contains("norb-5x46789x9x18x6x2x108x108-training-10")
                .endsWith("norb-5x01235x9x18x6x2x108x108-testing-02");
    }

    @Test
    void inFileOrderTheLastTrainingExamplesAreForValidation() {
        Dataset norb = norb(DEFAULTS, 1);

        assertThat(places(norb.train())).isEqualTo(range(0, 47));
        assertThat(places(norb.validation())).isEqualTo(range(47, 60));
        assertThat(places(norb.test())).isEqualTo(range(60, 90));
        assertThat(norb.info().shape()).containsExactly(2, 32, 32);
        assertThat(norb.info().range()).isEqualTo(OutputRange.SIGNED_UNIT_INTERVAL);
        assertThat(norb.info().classes()).containsExactly("animal", "human", "plane", "truck", "car", "blank");
        assertThat(norb.info().checksums())
                .hasSize(6)
                .containsKeys(
                        NorbParts.file(folder, 0, "-cat.mat").toString(),
                        NorbParts.file(folder, 1, "-dat.mat.gz").toString())
                .allSatisfy((file, sum) -> assertThat(sum).matches("[0-9a-f]{64}"));
    }

    @Test
    void atRandomAsManyAreForValidationAndTheSeedSaysWhich() {
        Dataset one = norb(options(Validation.RANDOM), 1);
        Dataset again = norb(options(Validation.RANDOM), 1);
        Dataset other = norb(options(Validation.RANDOM), 2);

        assertThat(one.validation().size()).isEqualTo(13);
        assertThat(places(one.train())).isEqualTo(places(again.train())).isNotEqualTo(places(other.train()));
        List<Integer> all = new ArrayList<>(places(one.train()));
        all.addAll(places(one.validation()));
        assertThat(all.stream().sorted().toList()).isEqualTo(range(0, 60));
        assertThat(places(one.test())).isEqualTo(range(60, 90));
    }

    @Test
    void byInstanceAFifthIsForValidationAndNoToyOfItIsTrainedOn() {
        Dataset norb = norb(options(Validation.BY_INSTANCE), 1);

        assertThat(places(norb.validation())).containsExactly(24, 25, 26, 27, 28, 53, 54, 55, 56, 57, 58, 59);
        assertThat(norb.train().size()).isEqualTo(48);
        assertThat(new HashSet<>(places(norb.train()))).doesNotContainAnyElementsOf(places(norb.validation()));
        assertThat(norb.info().checksums())
                .hasSize(8)
                .containsKey(NorbParts.file(folder, 0, "-info.mat").toString());
    }

    @Test
    void theDescriptionIsExactThoughNoImageIsReduced() throws IOException {
        for (Validation validation : Validation.values()) {
            DataFacts described = describe(options(validation));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".cache"));
            }
            Dataset norb = norb(options(validation), 1);
            assertThat(described).isEqualTo(norb.facts());
            Files.delete(folder.resolve("norb-32x32-area.cache"));
        }
        NorbOptions few = new NorbOptions(Optional.of(11), Validation.RANDOM, Resampling.AREA, Scaling.FIXED);
        assertThat(describe(few)).isEqualTo(norb(few, 1).facts());
    }

    @Test
    void theDescriptionTellsOfFilesThatAreMissingOrOfAnotherKind() throws IOException {
        Path other = NorbParts.write(
                folder, 2, "-dat.mat", MatrixElement.INT32, List.of(NorbParts.EXAMPLES), NorbParts.categories(0));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> describe(DEFAULTS))
                .withMessageStartingWith(other + ", byte ")
                .withMessageContaining("an image file of NORB");

        Files.delete(other);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> describe(DEFAULTS))
                .withMessageContainingAll("1 of 6 files are missing", "-dat.mat or");
    }

    @Test
    void byInstanceNeedsInformationFilesThatAddUp() throws IOException {
        byte[] information = NorbParts.information(0);
        information[0] = 9;
        NorbParts.write(folder, 0, "-info.mat", MatrixElement.INT32, List.of(30, 10), information);
        refuses(
                options(Validation.BY_INSTANCE),
                "NORB: the information files give toys of instance 9 and a fifth of the"
                        + " examples without a toy 13 examples together, must be 12,");

        information[120] = 5;
        Path file = NorbParts.write(folder, 0, "-info.mat", MatrixElement.INT32, List.of(30, 10), information);
        refuses(
                options(Validation.BY_INSTANCE),
                file + ", byte 140: instance 5 of example 3, must be one of [4, 6, 7, 8, 9]");

        Files.delete(file);
        refuses(
                options(Validation.BY_INSTANCE),
                "NORB: 1 of 8 files are missing in " + folder + ":\n  "
                        + NorbParts.LAYOUT.parts().get(0) + "-info.mat or ");
        assertThat(norb(DEFAULTS, 1).train().size()).isEqualTo(47);
    }

    @Test
    void bytesAreMappedToTheIntervalFromMinusOneToOne() {
        float[] row = row(norb(DEFAULTS, 1).train(), 40);

        assertThat(row[0]).isEqualTo((float) (40 / 127.5 - 1));
        assertThat(row[2047]).isEqualTo((float) (215 / 127.5 - 1));
    }

    @Test
    void minMaxTakesTheTrainingFilesToTheEndsAndOthersNoFurther() {
        NorbOptions minMax = new NorbOptions(Optional.empty(), Validation.FILE_ORDER, Resampling.AREA, Scaling.MIN_MAX);
        Dataset norb = norb(minMax, 1);

        // the training files have 0 to 59 in the one camera, 196 to 255 in the other
        assertThat(row(norb.train(), 0)[0]).isEqualTo(-1);
        assertThat(row(norb.train(), 0)[2047]).isEqualTo(1);
        assertThat(Scaling.MIN_MAX.table(10, 30)[15]).isEqualTo(-0.5f);
        assertThat(Scaling.MIN_MAX.table(10, 30)[9]).isEqualTo(-1);
        assertThat(Scaling.MIN_MAX.table(10, 30)[31]).isEqualTo(1);
        assertThat(Scaling.MIN_MAX.table(10, 10)[10]).isZero();
        assertThat(Scaling.FIXED.table(10, 30)[255]).isEqualTo(1);
        assertThat(Scaling.FIXED.table(10, 30)[0]).isEqualTo(-1);
    }

    @Test
    void trainSizeTakesTheFirstAndLeavesTheRestAsItIs() {
        Dataset norb =
                norb(new NorbOptions(Optional.of(5), Validation.FILE_ORDER, Resampling.BILINEAR, Scaling.FIXED), 1);

        assertThat(places(norb.train())).isEqualTo(range(0, 5));
        assertThat(places(norb.validation())).isEqualTo(range(47, 60));
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () -> new NorbOptions(Optional.of(233_173), Validation.RANDOM, Resampling.AREA, Scaling.FIXED))
                .withMessage("train-size = 233173: must be in [1, 233172]");
    }

    @Test
    void imagesAreReducedOnceAndAgainWhenAFileHasChanged() throws IOException {
        norb(DEFAULTS, 1);
        Path cache = folder.resolve("norb-32x32-area.cache");
        assertThat(cache).hasSize(4096 + 90 * 2048);
        Path images = NorbParts.file(folder, 0, "-dat.mat");
        FileTime time = Files.getLastModifiedTime(images);
        byte[] other = NorbParts.images(0);
        Arrays.fill(other, 0, 2 * 108 * 108, (byte) 200);

        NorbParts.write(folder, 0, "-dat.mat", MatrixElement.BYTE, IMAGES, other);
        Files.setLastModifiedTime(images, time);
        assertThat(row(norb(DEFAULTS, 1).train(), 0)[0]).isEqualTo(-1);

        Files.setLastModifiedTime(images, FileTime.fromMillis(time.toMillis() + 1000));
        assertThat(row(norb(DEFAULTS, 1).train(), 0)[0]).isEqualTo((float) (200 / 127.5 - 1));

        byte[] damaged = Files.readAllBytes(cache);
        damaged[5000] ^= 1;
        Files.delete(cache);
        Files.write(cache, damaged);
        assertThat(row(norb(DEFAULTS, 1).train(), 0)).containsOnly((float) (200 / 127.5 - 1));
    }

    @Test
    void damagedImageFilesAreRefusedAndLeaveNoCache() throws IOException {
        Path file = NorbParts.file(folder, 2, "-dat.mat");
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        refuses(
                DEFAULTS,
                file + ", byte 699863: the file ends before the BYTE 30 x 2 x 108 x 108 that its header claims do");
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        refuses(DEFAULTS, file + ", byte 699864: the file goes on behind the BYTE 30 x 2 x 108 x 108");
        NorbParts.write(folder, 2, "-dat.mat", MatrixElement.BYTE, List.of(1, 2, 108, 108), new byte[2 * 108 * 108]);
        refuses(
                DEFAULTS,
                file + ", byte 8: holds BYTE 1 x 2 x 108 x 108, but an image file of NORB holds BYTE 30 x 2 x 108"
                        + " x 108");
        whole[0] = 0x52;
        Files.write(file, whole);
        refuses(DEFAULTS, file + ", byte 0: packed matrices (0x1E3D4C52) are not supported");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().contains("cache"))).isEmpty();
        }
    }

    @Test
    void damagedCategoryFilesAreRefused() throws IOException {
        byte[] categories = NorbParts.categories(0);
        categories[28] = 6;
        Path file = NorbParts.write(folder, 0, "-cat.mat", MatrixElement.INT32, List.of(30), categories);
        refuses(DEFAULTS, file + ", byte 48: category 6 of example 7, must be 0 to 5");

        NorbParts.write(folder, 0, "-cat.mat", MatrixElement.INT32, List.of(29), Arrays.copyOf(categories, 116));
        refuses(DEFAULTS, file + ", byte 8: holds INT32 29, but a category file of NORB holds INT32 30");
    }

    @Test
    void missingFilesAreListedWithTheWaysToGetThem() throws IOException {
        Files.delete(NorbParts.file(folder, 1, "-dat.mat.gz"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> norb(DEFAULTS, 1))
                .withMessageStartingWith("NORB: 1 of 6 files are missing in " + folder + ":\n"
                        + "  norb-5x46789x9x18x6x2x108x108-training-02-dat.mat or"
                        + " norb-5x46789x9x18x6x2x108x108-training-02-dat.mat.gz\n")
                .withMessageContaining("rectify datasets fetch norb downloads them (6 GB).")
                .withMessageContaining("--data DIR");
    }

    @Test
    void whatCanBeFetchedAreTheOfficialFiles() {
        List<RemoteFile> files = new NorbFactory().remoteFiles();

        assertThat(files)
                .hasSize(36)
                .allSatisfy(file -> assertThat(file.unpacked()).isFalse());
        assertThat(files.get(0).addresses())
                .containsExactly(URI.create("https://cs.nyu.edu/~ylclab/data/norb-v1.0/"
                        + "norb-5x46789x9x18x6x2x108x108-training-01-dat.mat.gz"));
        assertThat(files)
                .extracting(RemoteFile::name)
                .doesNotHaveDuplicates()
                .contains("norb-5x01235x9x18x6x2x108x108-testing-02-info.mat.gz");
        assertThat(new NorbFactory().filesByHand()).contains("folder norb", "-cat.mat", "716 MB");
    }

    private void refuses(NorbOptions options, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> norb(options, 1))
                .withMessageStartingWith(message);
    }

    private DataFacts describe(NorbOptions options) {
        return new NorbFactory(NorbParts.LAYOUT)
                .describe(options, TestContext.in(data).withDataDirectory(data));
    }

    private Dataset norb(NorbOptions options, long seed) {
        return new NorbFactory(NorbParts.LAYOUT)
                .create(options, TestContext.in(data).withDataDirectory(data).withSeed(seed));
    }

    private static NorbOptions options(Validation validation) {
        return new NorbOptions(Optional.empty(), validation, Resampling.AREA, Scaling.FIXED);
    }

    /** Which examples these are, by their pixels and their labels. */
    private static List<Integer> places(Split split) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < split.size(); i++) {
            float[] row = row(split, i);
            int place = Math.round((row[0] + 1) * 127.5f);
            assertThat(Arrays.copyOf(row, 1024)).containsOnly((float) (place / 127.5 - 1));
            assertThat(Arrays.copyOfRange(row, 1024, 2048)).containsOnly((float) ((255 - place) / 127.5 - 1));
            assertThat(split.label(i)).isEqualTo(place % 6);
            places.add(place);
        }
        return places;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static float[] row(Split split, int row) {
        float[] pixels = new float[2048];
        ((DenseFeatures) split.features()).copyRow(row, pixels, 0);
        return pixels;
    }
}
