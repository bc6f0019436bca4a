package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;

class LabelledIdxTest {

    private static final IdxArray IMAGES =
            new IdxArray(List.of(3, 1, 2), new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255});

    @TempDir
    private Path folder;

    @Test
    void splitsShareThePixelsScaledToTheUnitInterval() {
        LabelledIdx pair = pair(IMAGES, 1, 0, 2);
        Split tail = pair.split(1, 2);
        float[] row = new float[2];

        ((DenseFeatures) tail.features()).copyRow(1, row, 0);

        assertThat(tail.size()).isEqualTo(2);
        assertThat(row).containsExactly(0.8f, 1f);
        assertThat(tail.label(0)).isZero();
        assertThat(tail.label(1)).isEqualTo(2);
        assertThat(pair.largestLabel()).isEqualTo(2);
    }

    @Test
    void shapesAreChannelsHeightAndWidth() {
        assertThat(pair(IMAGES, 0, 0, 0).shape()).containsExactly(1, 1, 2);
        assertThat(pair(new IdxArray(List.of(1, 3, 2, 2), new byte[12]), 0).shape())
                .containsExactly(3, 2, 2);
        assertThat(pair(new IdxArray(List.of(1, 12), new byte[12]), 0).shape()).containsExactly(12);
    }

    @Test
    void rowsAndColumnsOfEachChannelAreExchanged() {
        byte[] values = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};

        LabelledIdx transposed =
                pair(new IdxArray(List.of(1, 2, 2, 3), values), 0).transposed();

        assertThat(transposed.shape()).containsExactly(2, 3, 2);
        assertThat(transposed.images().values()).containsExactly(1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16);
        assertThat(transposed.transposed().images().values()).containsExactly(values);
    }

    @Test
    void refusesALabelForNoImage() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> pair(IMAGES, 0, 1))
                .withMessage(folder.resolve("images") + " holds 3 images, but " + folder.resolve("labels")
                        + " 2 labels; they must be as many");
    }

    @Test
    void namesThePlaceOfALabelOutOfRange() {
        LabelledIdx pair = pair(IMAGES, 1, 2, 200);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> pair.requireLabelsBelow(3))
                .withMessage(folder.resolve("labels") + ", byte 10: label 200 of example 2, must be 0 to 2");
        assertThat(pair.requireLabelsBelow(201)).isSameAs(pair);
    }

    private LabelledIdx pair(IdxArray images, int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        IdxWriter.write(images, folder.resolve("images"));
        IdxWriter.write(new IdxArray(List.of(bytes.length), bytes), folder.resolve("labels"));
        return LabelledIdx.read(folder.resolve("images"), folder.resolve("labels"));
    }
}
