package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;

/** A minibatch holds exactly the rows asked for, in the order asked for, however often it is used. */
class MinibatchTest {

    private static final int COLUMNS = 7;

    private static final float[][] ROWS = {
        {1, 0, 2, 0, 0, 3, 0},
        {0, 0, 0, 0, 0, 0, 0},
        {4, 5, 6, 7, 8, 9, 10},
        {0, 0, 0, 0, 0, 0, 255},
        {11, 0, 0, 0, 12, 0, 13}
    };

    @Test
    void holdsRowsOfFloats() {
        float[] values = new float[ROWS.length * COLUMNS];
        for (int row = 0; row < ROWS.length; row++) {
            System.arraycopy(ROWS[row], 0, values, row * COLUMNS, COLUMNS);
        }
        assertHoldsWhatIsAskedFor(split(new FloatFeatures(values, COLUMNS)), row -> ROWS[row]);
    }

    @Test
    void holdsRowsOfScaledBytesThatBeginInTheMiddle() {
        byte[] values = new byte[(ROWS.length + 2) * COLUMNS];
        Arrays.fill(values, (byte) 77);
        for (int i = 0; i < ROWS.length * COLUMNS; i++) {
            values[2 * COLUMNS + i] = (byte) ROWS[i / COLUMNS][i % COLUMNS];
        }
        ByteFeatures features = new ByteFeatures(values, 2, ROWS.length, COLUMNS, 0.5, -1);
        assertHoldsWhatIsAskedFor(split(features), row -> {
            float[] scaled = new float[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                scaled[i] = ROWS[row][i] * 0.5f - 1;
            }
            return scaled;
        });
    }

    @Test
    void holdsSparseRows() {
        assertHoldsWhatIsAskedFor(split(sparse(true)), row -> ROWS[row]);
    }

    @Test
    void holdsOnesForSparseRowsWithoutValues() {
        assertHoldsWhatIsAskedFor(split(sparse(false)), row -> {
            float[] ones = new float[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                ones[i] = ROWS[row][i] == 0 ? 0 : 1;
            }
            return ones;
        });
    }

    @Test
    void refusesMoreRowsThanItHasRoomFor() {
        Split split = split(sparse(true));
        Minibatch batch = Minibatch.forExamplesOf(split.features(), 2);
        assertThatThrownBy(() -> batch.gather(split, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Split split(Features features) {
        return new LabelledSplit(features, row -> 100 + row);
    }

    private static CompressedRows sparse(boolean withValues) {
        int[] offsets = new int[ROWS.length + 1];
        int[] columns = new int[ROWS.length * COLUMNS];
        float[] values = new float[columns.length];
        int next = 0;
        for (int row = 0; row < ROWS.length; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (ROWS[row][column] != 0) {
                    columns[next] = column;
                    values[next] = ROWS[row][column];
                    next++;
                }
            }
            offsets[row + 1] = next;
        }
        return new CompressedRows(
                COLUMNS, offsets, Arrays.copyOf(columns, next), withValues ? Arrays.copyOf(values, next) : null);
    }

    private static void assertHoldsWhatIsAskedFor(Split split, IntFunction<float[]> expected) {
        Minibatch batch = Minibatch.forExamplesOf(split.features(), 4);
        int[] order = {1, 4, 2, 2, 0, 3, 4};

        batch.gather(split, order, 1, 4);
        assertHolds(batch, expected, 4, 2, 2, 0);
        batch.gather(split, order, 5, 2);
        assertHolds(batch, expected, 3, 4);
        batch.gather(split, 1, 3);
        assertHolds(batch, expected, 1, 2, 3);
        batch.gather(split, order, 0, 1);
        assertHolds(batch, expected, 1);
        batch.gather(split, 0, 0);
        assertHolds(batch, expected);
    }

    private static void assertHolds(Minibatch batch, IntFunction<float[]> expected, int... rows) {
        assertThat(batch.size()).isEqualTo(rows.length);
        long zeros = 0;
        for (int example = 0; example < rows.length; example++) {
            float[] row = expected.apply(rows[example]);
            assertThat(row(batch, example)).containsExactly(row);
            assertThat(batch.label(example)).isEqualTo(100 + rows[example]);
            for (float value : row) {
                zeros += value == 0 ? 1 : 0;
            }
        }
        assertThat(batch.zeros()).isEqualTo(zeros);
    }

    private static float[] row(Minibatch batch, int example) {
        if (!batch.isSparse()) {
            return Arrays.copyOfRange(batch.dense(), example * COLUMNS, (example + 1) * COLUMNS);
        }
        float[] row = new float[COLUMNS];
        for (int entry = batch.offsets()[example]; entry < batch.offsets()[example + 1]; entry++) {
            row[batch.columns()[entry]] = batch.values()[entry];
        }
        return row;
    }
}
