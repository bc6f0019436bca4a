package org.rectify.dataset.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.IdxWriter;
import org.rectify.testkit.TestContext;

class IdxDatasetTest {

    /** Six images of 1 x 2: (0, 1), (2, 3), ... */
    private static final IdxArray TRAIN_IMAGES = images(6, 1, 2);

    private static final IdxArray TEST_IMAGES = images(2, 1, 2);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        write("train-images.gz", TRAIN_IMAGES);
        write("train-labels", labels(0, 1, 2, 0, 1, 2));
        write("test-images", TEST_IMAGES);
        write("test-labels.gz", labels(2, 0));
    }

    @Test
    void theEndOfTheTrainingFileIsForValidation() {
        Dataset dataset = read(2, List.of());

        assertThat(rows(dataset.train())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(rows(dataset.validation())).containsExactly(8, 9, 10, 11);
        assertThat(rows(dataset.test())).containsExactly(0, 1, 2, 3);
        assertThat(labelsOf(dataset.train())).containsExactly(0, 1, 2, 0);
        assertThat(labelsOf(dataset.validation())).containsExactly(1, 2);
        assertThat(labelsOf(dataset.test())).containsExactly(2, 0);
    }

    @Test
    void theInfoIsComplete() {
        Dataset dataset = read(2, List.of());

        assertThat(dataset.info().name()).isEqualTo("idx");
        assertThat(dataset.info().shape()).containsExactly(1, 1, 2);
        assertThat(dataset.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(dataset.info().classes()).containsExactly("0", "1", "2");
        assertThat(dataset.info().classValues()).containsExactly(0.0, 1.0, 2.0);
        assertThat(dataset.info().checksums())
                .hasSize(4)
                .containsEntry(folder.resolve("train-images.gz").toString(), Checksums.sha256(TRAIN_IMAGES));
    }

    @Test
    void classesCanBeNamed() {
        assertThat(read(2, List.of("shirt", "coat", "bag", "boot")).info().classes())
                .containsExactly("shirt", "coat", "bag", "boot");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> read(2, List.of("shirt", "shirt")))
                .withMessageContaining("must be different names");
    }

    @Test
    void pathsCanBeAbsolute() {
        IdxOptions options = new IdxOptions(
                folder.resolve("train-images.gz").toString(),
                folder.resolve("train-labels").toString(),
                folder.resolve("test-images").toString(),
                folder.resolve("test-labels.gz").toString(),
                1,
                List.of(),
                false);

        Dataset dataset = new IdxFactory().create(options, TestContext.in(Path.of("elsewhere")));

        assertThat(dataset.train().size()).isEqualTo(5);
    }

    /** An L of 3 x 2 pixels, its columns one after the other as EMNIST writes it: 5 5 5, then 0 0 5. */
    @Test
    void imagesHeldColumnByColumnAreSetUpright() {
        byte[] columns = {5, 5, 5, 0, 0, 5, 1, 2, 3, 4, 5, 6};
        IdxArray images = new IdxArray(List.of(2, 2, 3), columns);
        write("train-images.gz", images);
        write("train-labels", labels(0, 1));
        write("test-images", images);
        write("test-labels.gz", labels(0, 1));

        Dataset dataset = new IdxFactory().create(options(1, List.of(), true), TestContext.in(folder));

        assertThat(dataset.info().shape()).containsExactly(1, 3, 2);
        assertThat(rows(dataset.train())).containsExactly(5, 0, 5, 0, 5, 5);
        assertThat(rows(dataset.validation())).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(dataset.info().checksums())
                .containsEntry(folder.resolve("train-images.gz").toString(), Checksums.sha256(images));
    }

    @Test
    void vectorsCannotBeSetUpright() {
        write("train-images.gz", new IdxArray(List.of(6, 2), new byte[12]));
        write("test-images", new IdxArray(List.of(2, 2), new byte[4]));

        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new IdxFactory().create(options(2, List.of(), true), TestContext.in(folder)))
                .withMessage("transposed = true: must be false, since " + folder.resolve("train-images.gz")
                        + " holds vectors, not images");
    }

    @Test
    void refusesLabelsWithoutAClass() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(2, List.of("shirt", "coat")))
                .withMessage(folder.resolve("train-labels") + ", byte 10: label 2 of example 2, must be 0 to 1");

        write("test-labels.gz", labels(0, 3));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(2, List.of()))
                .withMessage(folder.resolve("test-labels.gz") + ", byte 9: label 3 of example 1, must be 0 to 2");
    }

    @Test
    void refusesFilesThatDoNotBelongTogether() {
        write("train-labels", labels(0, 1, 2));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(2, List.of()))
                .withMessageContaining("holds 6 images, but")
                .withMessageContaining("3 labels");

        writeFiles();
        write("test-images", images(2, 2, 1));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(2, List.of()))
                .withMessageContaining("have the shape [1, 1, 2], but")
                .withMessageContaining("[1, 2, 1]; they must be the same");
    }

    @Test
    void refusesAValidationSplitThatLeavesNothingToTrainOn() {
        assertThat(read(5, List.of()).train().size()).isEqualTo(1);
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> read(6, List.of()))
                .withMessage("validation-size = 6: must be less than the 6 examples of "
                        + folder.resolve("train-images.gz"));
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> read(0, List.of()))
                .withMessageStartingWith("validation-size = 0");
    }

    @Test
    void refusesABlankPath() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new IdxOptions("a", "b", " ", "d", 1, List.of(), false))
                .withMessage("test-images = \" \": must be a file's path");
    }

    private Dataset read(int validationSize, List<String> classes) {
        return new IdxFactory().create(options(validationSize, classes, false), TestContext.in(folder));
    }

    private static IdxOptions options(int validationSize, List<String> classes, boolean transposed) {
        return new IdxOptions(
                "train-images.gz",
                "train-labels",
                "test-images",
                "test-labels.gz",
                validationSize,
                classes,
                transposed);
    }

    private void write(String name, IdxArray array) {
        IdxWriter.write(array, folder.resolve(name));
    }

    private static IdxArray images(int count, int height, int width) {
        byte[] values = new byte[count * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        return new IdxArray(List.of(count, height, width), values);
    }

    private static IdxArray labels(int... labels) {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
        return new IdxArray(List.of(labels.length), values);
    }

    /** All inputs of a split, times 255. */
    private static List<Integer> rows(Split split) {
        DenseFeatures features = (DenseFeatures) split.features();
        float[] inputs = new float[features.rows() * features.columns()];
        for (int row = 0; row < features.rows(); row++) {
            features.copyRow(row, inputs, row * features.columns());
        }
        return IntStream.range(0, inputs.length)
                .mapToObj(i -> Math.round(inputs[i] * 255))
                .toList();
    }

    private static List<Integer> labelsOf(Split split) {
        return IntStream.range(0, split.size()).mapToObj(split::label).toList();
    }
}
