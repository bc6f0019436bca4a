package org.rectify.engine.training;

import java.util.BitSet;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;

/**
 * A part of a split with the same part of each class (item 58).
 *
 * <p>Of each class that occurs, the nearest whole number of examples is kept, and at least one. What belongs to one
 * fraction belongs to every larger one of the same seed, and 1 is the whole split. Examples stay in their order.
 */
final class LabelSubset {

    private LabelSubset() {}

    /**
     * The examples of a fraction.
     *
     * @param classes labels lie below it
     * @param fraction above 0 and at most 1
     * @param random decides which examples belong to it
     */
    static Split of(Split split, int classes, double fraction, RandomStreams random) {
        if (fraction == 1) {
            return split;
        }
        int[] rows = rows(split, classes, fraction, random);
        return new LabelledSplit(selected(split.features(), rows), row -> split.label(rows[row]));
    }

    private static int[] rows(Split split, int classes, double fraction, RandomStreams random) {
        BitSet kept = new BitSet(split.size());
        int[][] rowsOfClasses = rowsOfClasses(split, classes);
        for (int label = 0; label < classes; label++) {
            int[] rows = rowsOfClasses[label];
            random.stream("label-subset", label).shuffle(rows);
            long share = Math.min(rows.length, Math.max(1, Math.round(fraction * rows.length)));
            for (int i = 0; i < share; i++) {
                kept.set(rows[i]);
            }
        }
        return kept.stream().toArray();
    }

    private static int[][] rowsOfClasses(Split split, int classes) {
        int[] counts = new int[classes];
        for (int row = 0; row < split.size(); row++) {
            counts[split.label(row)]++;
        }
        int[][] rows = new int[classes][];
        for (int label = 0; label < classes; label++) {
            rows[label] = new int[counts[label]];
        }
        for (int row = split.size() - 1; row >= 0; row--) {
            int label = split.label(row);
            counts[label]--;
            rows[label][counts[label]] = row;
        }
        return rows;
    }

    private static Features selected(Features features, int[] rows) {
        return features instanceof CompressedRows sparse
                ? copied(sparse, rows)
                : new SelectedRows((DenseFeatures) features, rows);
    }

    private static CompressedRows copied(CompressedRows all, int[] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            offsets[row + 1] = offsets[row] + all.start(rows[row] + 1) - all.start(rows[row]);
        }
        int[] columns = new int[offsets[rows.length]];
        float[] values = new float[columns.length];
        for (int row = 0; row < rows.length; row++) {
            int from = all.start(rows[row]);
            for (int entry = offsets[row]; entry < offsets[row + 1]; entry++) {
                columns[entry] = all.column(from + entry - offsets[row]);
                values[entry] = all.value(from + entry - offsets[row]);
            }
        }
        return new CompressedRows(all.columns(), offsets, columns, values);
    }

    /** Some rows of dense features, converted where they are needed as all of them are. */
    private static final class SelectedRows implements DenseFeatures {

        private final DenseFeatures all;
        private final int[] rows;

        SelectedRows(DenseFeatures all, int[] rows) {
            this.all = all;
            this.rows = rows;
        }

        @Override
        public int rows() {
            return rows.length;
        }

        @Override
        public int columns() {
            return all.columns();
        }

        @Override
        public void copyRow(int row, float[] target, int offset) {
            all.copyRow(rows[row], target, offset);
        }
    }
}
