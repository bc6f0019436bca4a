package org.rectify.engine.training;

import java.util.stream.IntStream;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;

/** Some examples of two splits, as a split of its own; dense features are not copied. */
public final class SelectedRows {

    private SelectedRows() {}

    /** The first examples of a split, at most so many. */
    public static Split first(Split split, int examples) {
        return of(
                split,
                split,
                IntStream.range(0, Math.min(examples, split.size())).toArray());
    }

    /**
     * Examples of two splits.
     *
     * @param rows in the first split, or, from its size on, in the second
     */
    public static Split of(Split first, Split second, int[] rows) {
        Features selected =
                first.features() instanceof DenseFeatures dense && second.features() instanceof DenseFeatures further
                        ? new Dense(dense, further, rows)
                        : compressed(first.features(), second.features(), rows);
        return new Chosen(selected, first, second, rows);
    }

    /** Labels and targets of the examples that were chosen. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Chosen(Features features, Split first, Split second, int[] selected) implements Split {

        @Override
        public int label(int row) {
            int from = selected[row];
            return from < first.size() ? first.label(from) : second.label(from - first.size());
        }

        @Override
        public double target(int row, int target) {
            int from = selected[row];
            return from < first.size() ? first.target(from, target) : second.target(from - first.size(), target);
        }
    }

    private record Dense(DenseFeatures first, DenseFeatures second, int[] selected) implements DenseFeatures {

        @Override
        public int rows() {
            return selected.length;
        }

        @Override
        public int columns() {
            return first.columns();
        }

        @Override
        public void copyRow(int row, float[] target, int offset) {
            int from = selected[row];
            if (from < first.rows()) {
                first.copyRow(from, target, offset);
            } else {
                second.copyRow(from - first.rows(), target, offset);
            }
        }
    }

    private static CompressedRows compressed(Features first, Features second, int[] rows) {
        if (!(first instanceof CompressedRows head && second instanceof CompressedRows tail)) {
            throw new IllegalArgumentException("one split is sparse and the other is not");
        }
        int[] offsets = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            CompressedRows source = rows[i] < head.rows() ? head : tail;
            int row = rows[i] < head.rows() ? rows[i] : rows[i] - head.rows();
            offsets[i + 1] = offsets[i] + source.start(row + 1) - source.start(row);
        }
        int[] columns = new int[offsets[rows.length]];
        float[] values = new float[columns.length];
        for (int i = 0; i < rows.length; i++) {
            CompressedRows source = rows[i] < head.rows() ? head : tail;
            int start = source.start(rows[i] < head.rows() ? rows[i] : rows[i] - head.rows());
            for (int entry = offsets[i]; entry < offsets[i + 1]; entry++) {
                columns[entry] = source.column(start + entry - offsets[i]);
                values[entry] = source.value(start + entry - offsets[i]);
            }
        }
        return new CompressedRows(head.columns(), offsets, columns, values);
    }
}
