package org.rectify.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.error.DataException;

class MappedRowsTest {

    private static final int ROWS = 41;
    private static final int COLUMNS = 7;
    private static final int OFFSET = 5;

    @TempDir
    private Path folder;

    private final byte[] content = new byte[OFFSET + ROWS * COLUMNS + 3];
    private Path file;

    @BeforeEach
    void write() throws IOException {
        new SplittableRandom(1).nextBytes(content);
        file = Files.write(folder.resolve("rows"), content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 13, 14, 70, 286, 287, 1 << 30})
    void givesTheBytesOfTheFileWhereverItsMapsEnd(int largestMap) {
        MappedRows rows = MappedRows.map(file, OFFSET, ROWS, COLUMNS, largestMap);

        assertThat(rows.rows()).isEqualTo(ROWS);
        assertThat(rows.columns()).isEqualTo(COLUMNS);
        byte[] copied = new byte[content.length];
        System.arraycopy(content, 0, copied, 0, OFFSET);
        System.arraycopy(content, content.length - 3, copied, content.length - 3, 3);
        for (int row = 0; row < ROWS; row++) {
            rows.copyRow(row, copied, OFFSET + row * COLUMNS);
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(rows.get(row, column)).isEqualTo(content[OFFSET + row * COLUMNS + column] & 0xFF);
            }
        }
        assertThat(copied).isEqualTo(content);
    }

    @Test
    void reachesBeyondTwoGigabytes() throws IOException {
        int rows = 1_500_000;
        int columns = 2048;
        byte[] last = new byte[columns];
        new SplittableRandom(2).nextBytes(last);
        Path sparse = folder.resolve("sparse");
        try (FileChannel channel = FileChannel.open(
                sparse, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(last), (rows - 1L) * columns);
        }

        MappedRows mapped = MappedRows.map(sparse, 0, rows, columns);

        byte[] copied = new byte[columns];
        mapped.copyRow(rows - 1, copied, 0);
        assertThat(copied).isEqualTo(last);
        mapped.copyRow(rows - 2, copied, 0);
        assertThat(copied).containsOnly(0);
    }

    @Test
    void aFileShorterThanItsRowsIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MappedRows.map(file, OFFSET, ROWS + 1, COLUMNS))
                .withMessage(file + ", byte 295: the file ends; 42 rows of 7 bytes end at 299");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> MappedRows.map(folder.resolve("none"), 0, 1, 1))
                .withMessageContaining("cannot be mapped");
    }

    @Test
    void featuresAreThoseOfTheSameBytesInMemory() {
        MappedRows rows = MappedRows.map(file, OFFSET, ROWS, COLUMNS, 30);
        MappedFeatures mapped = new MappedFeatures(rows, 9, 20, 1 / 127.5, -1);
        byte[] bytes = new byte[ROWS * COLUMNS];
        System.arraycopy(content, OFFSET, bytes, 0, bytes.length);
        ByteFeatures expected = new ByteFeatures(bytes, 9, 20, COLUMNS, 1 / 127.5, -1);

        assertThat(mapped.rows()).isEqualTo(20);
        for (int row = 0; row < 20; row++) {
            float[] one = new float[COLUMNS + 2];
            float[] other = new float[COLUMNS + 2];
            mapped.copyRow(row, one, 1);
            expected.copyRow(row, other, 1);
            assertThat(one).isEqualTo(other);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MappedFeatures(rows, 9, 33, 1, 0))
                .withMessage("33 rows from row 9 do not lie in 41 rows");
    }

    @Test
    void selectedFeaturesAreTheChosenRowsInTheirOrder() {
        MappedRows rows = MappedRows.map(file, 0, ROWS, COLUMNS);
        MappedFeatures all = new MappedFeatures(rows, 0, ROWS, 1, 0);
        SelectedFeatures selected = new SelectedFeatures(all, new int[] {40, 3, 3});

        float[] row = new float[COLUMNS];
        selected.copyRow(0, row, 0);
        assertThat(row[0]).isEqualTo(content[40 * COLUMNS] & 0xFF);
        selected.copyRow(2, row, 0);
        assertThat(row[6]).isEqualTo(content[3 * COLUMNS + 6] & 0xFF);
        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.columns()).isEqualTo(COLUMNS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelectedFeatures(all, new int[] {0, 41}))
                .withMessage("row 41 of 41");
    }
}
