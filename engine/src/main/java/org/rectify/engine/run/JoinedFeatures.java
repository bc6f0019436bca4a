package org.rectify.engine.run;

import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;

/** The examples of two parts, one after the other: what pre-training sees of labelled and unlabelled ones (item 56). */
final class JoinedFeatures {

    private JoinedFeatures() {}

    /**
     * Joins two parts of equally many columns.
     *
     * @throws IllegalArgumentException when only one of them is sparse, or columns differ
     */
    static Features of(Features first, Features second) {
        if (first.columns() != second.columns()) {
            throw new IllegalArgumentException(
                    first.columns() + " inputs of labelled examples, but " + second.columns() + " of unlabelled ones");
        }
        if (first instanceof CompressedRows sparse && second instanceof CompressedRows more) {
            return sparse(sparse, more);
        }
        if (first instanceof DenseFeatures dense && second instanceof DenseFeatures more) {
            return new Dense(dense, more);
        }
        throw new IllegalArgumentException("labelled and unlabelled examples are not both sparse or both dense");
    }

    private static CompressedRows sparse(CompressedRows first, CompressedRows second) {
        int entries = Math.addExact(first.start(first.rows()), second.start(second.rows()));
        int[] offsets = new int[Math.addExact(first.rows(), second.rows()) + 1];
        int[] columns = new int[entries];
        float[] values = new float[entries];
        copy(first, 0, offsets, columns, values);
        copy(second, first.rows(), offsets, columns, values);
        return new CompressedRows(first.columns(), offsets, columns, values);
    }

    private static void copy(CompressedRows part, int firstRow, int[] offsets, int[] columns, float[] values) {
        int at = offsets[firstRow];
        for (int row = 0; row < part.rows(); row++) {
            offsets[firstRow + row + 1] = at + part.start(row + 1);
        }
        for (int entry = 0; entry < part.start(part.rows()); entry++) {
            columns[at + entry] = part.column(entry);
            values[at + entry] = part.value(entry);
        }
    }

    private record Dense(DenseFeatures first, DenseFeatures second) implements DenseFeatures {

        @Override
        public int rows() {
            return Math.addExact(first.rows(), second.rows());
        }

        @Override
        public int columns() {
            return first.columns();
        }

        @Override
        public void copyRow(int row, float[] target, int offset) {
            if (row < first.rows()) {
                first.copyRow(row, target, offset);
            } else {
                second.copyRow(row - first.rows(), target, offset);
            }
        }
    }
}
