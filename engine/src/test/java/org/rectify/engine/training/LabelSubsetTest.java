package org.rectify.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;

/** Item 58. */
class LabelSubsetTest {

    private static final int SIZE = 1_000;
    private static final int CLASSES = 5;
    private static final RandomStreams RANDOM = new RandomStreams(1);

    /** Example i has the one input i; classes 0 to 3 have 500, 300, 197 and 3 examples, mixed; class 4 has none. */
    private static final Split ALL = new LabelledSplit(numbers(), LabelSubsetTest::label);

    private static int label(int row) {
        int place = row * 7 % SIZE;
        return place < 500 ? 0 : place < 800 ? 1 : place < 997 ? 2 : 3;
    }

    @Test
    void everySmallerSubsetLiesWithinEveryLarger() {
        List<Integer> larger = rows(LabelSubset.of(ALL, CLASSES, 1, RANDOM));
        for (double fraction : new double[] {0.99, 0.5, 0.1, 0.05, 0.013, 0.01, 1e-9}) {
            List<Integer> smaller = rows(LabelSubset.of(ALL, CLASSES, fraction, RANDOM));
            assertThat(larger).containsAll(smaller);
            larger = smaller;
        }
        assertThat(larger).hasSize(4);
    }

    @Test
    void eachClassHasItsShareToWithinOneAndIsNeverLost() {
        int[] all = counts(ALL);
        assertThat(all).containsExactly(500, 300, 197, 3, 0);
        for (double fraction : new double[] {0.9, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001}) {
            int[] kept = counts(LabelSubset.of(ALL, CLASSES, fraction, RANDOM));
            for (int label = 0; label < 4; label++) {
                assertThat((double) kept[label])
                        .isBetween(Math.max(1, fraction * all[label] - 1), fraction * all[label] + 1);
            }
            assertThat(kept[4]).isZero();
        }
        assertThat(counts(LabelSubset.of(ALL, CLASSES, 0.05, RANDOM))).containsExactly(25, 15, 10, 1, 0);
    }

    @Test
    void allLabelsAreTheSplitItself() {
        assertThat(LabelSubset.of(ALL, CLASSES, 1, RANDOM)).isSameAs(ALL);
    }

    @Test
    void examplesKeepTheirOrderAndTheirLabels() {
        Split subset = LabelSubset.of(ALL, CLASSES, 0.1, RANDOM);

        List<Integer> rows = rows(subset);
        assertThat(rows).isSorted().doesNotHaveDuplicates();
        for (int row = 0; row < subset.size(); row++) {
            assertThat(subset.label(row)).isEqualTo(label(rows.get(row)));
        }
    }

    @Test
    void theSeedAloneDecidesWhichExamplesAreKept() {
        List<Integer> rows = rows(LabelSubset.of(ALL, CLASSES, 0.1, RANDOM));

        assertThat(rows(LabelSubset.of(ALL, CLASSES, 0.1, new RandomStreams(1))))
                .isEqualTo(rows);
        assertThat(rows(LabelSubset.of(ALL, CLASSES, 0.1, new RandomStreams(2))))
                .isNotEqualTo(rows);
    }

    @Test
    void whereNumbersAreToldAnyExamplesAreKeptWithTheirNumbers() {
        float[] targets = new float[SIZE];
        for (int row = 0; row < SIZE; row++) {
            targets[row] = -row;
        }
        Split measured = new MeasuredSplit(numbers(), targets, 1);

        Split subset = LabelSubset.of(measured, 0, 0.013, RANDOM);

        List<Integer> rows = rows(subset);
        assertThat(rows).hasSize(13).isSorted().doesNotHaveDuplicates();
        assertThat(rows(LabelSubset.of(measured, 0, 0.5, RANDOM))).hasSize(500).containsAll(rows);
        for (int row = 0; row < subset.size(); row++) {
            assertThat(subset.target(row, 0)).isEqualTo(-rows.get(row));
        }
    }

    @Test
    void sparseExamplesStaySparse() {
        int[] offsets = new int[SIZE + 1];
        for (int row = 0; row < SIZE; row++) {
            offsets[row + 1] = offsets[row] + row % 3;
        }
        int[] columns = new int[offsets[SIZE]];
        float[] values = new float[offsets[SIZE]];
        for (int row = 0; row < SIZE; row++) {
            for (int entry = offsets[row]; entry < offsets[row + 1]; entry++) {
                columns[entry] = entry - offsets[row];
                values[entry] = row + 1;
            }
        }
        Split sparse = new LabelledSplit(new CompressedRows(2, offsets, columns, values), LabelSubsetTest::label);

        Split subset = LabelSubset.of(sparse, CLASSES, 0.1, RANDOM);

        List<Integer> expected = rows(LabelSubset.of(ALL, CLASSES, 0.1, RANDOM));
        CompressedRows kept = (CompressedRows) subset.features();
        assertThat(kept.rows()).isEqualTo(expected.size());
        for (int row = 0; row < kept.rows(); row++) {
            assertThat(kept.start(row + 1) - kept.start(row)).isEqualTo(expected.get(row) % 3);
            for (int entry = kept.start(row); entry < kept.start(row + 1); entry++) {
                assertThat(kept.column(entry)).isEqualTo(entry - kept.start(row));
                assertThat(kept.value(entry)).isEqualTo(expected.get(row) + 1);
            }
        }
    }

    private static FloatFeatures numbers() {
        float[] numbers = new float[SIZE];
        for (int row = 0; row < SIZE; row++) {
            numbers[row] = row;
        }
        return new FloatFeatures(numbers, 1);
    }

    private static List<Integer> rows(Split split) {
        List<Integer> rows = new ArrayList<>();
        float[] input = new float[1];
        for (int row = 0; row < split.size(); row++) {
            ((DenseFeatures) split.features()).copyRow(row, input, 0);
            rows.add((int) input[0]);
        }
        return rows;
    }

    private static int[] counts(Split split) {
        int[] counts = new int[CLASSES];
        for (int row = 0; row < split.size(); row++) {
            counts[split.label(row)]++;
        }
        return counts;
    }
}
