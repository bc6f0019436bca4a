package org.rectify.api.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Sparse inputs: of each row the columns that are not zero, in rising order, and their values.
 *
 * @since 0.1
 */
public final class CompressedRows implements Features {

    private final int columns;
    private final int[] offsets;
    private final int[] indices;
    private final float @Nullable [] values;

    /**
     * Rows of arrays that are used as they are, not copied.
     *
     * @param offsets row i holds the entries {@code offsets[i] .. offsets[i + 1] - 1}; one longer than there are rows
     * @param indices the column of each entry, rising strictly within a row
     * @param values the value of each entry, or null where all are 1
     * @throws IllegalArgumentException when the arrays do not describe rows of so many columns
     */
    public CompressedRows(int columns, int[] offsets, int[] indices, float @Nullable [] values) {
        if (columns < 1 || offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != indices.length) {
            throw new IllegalArgumentException("offsets do not span " + indices.length + " entries");
        }
        if (values != null && values.length != indices.length) {
            throw new IllegalArgumentException(values.length + " values for " + indices.length + " indices");
        }
        for (int row = 0; row < offsets.length - 1; row++) {
            if (offsets[row + 1] < offsets[row] || offsets[row + 1] > indices.length) {
                throw new IllegalArgumentException("row " + row + " ends at entry " + offsets[row + 1] + ", must be "
                        + offsets[row] + " to " + indices.length);
            }
            int previous = -1;
            for (int entry = offsets[row]; entry < offsets[row + 1]; entry++) {
                if (indices[entry] <= previous || indices[entry] >= columns) {
                    throw new IllegalArgumentException("row " + row + ": column " + indices[entry] + " after "
                            + previous + ", must rise below " + columns);
                }
                previous = indices[entry];
            }
        }
        this.columns = columns;
        this.offsets = offsets;
        this.indices = indices;
        this.values = values;
    }

    @Override
    public int rows() {
        return offsets.length - 1;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** The first entry of a row; {@code start(rows())} is the number of all entries. */
    public int start(int row) {
        return offsets[row];
    }

    /** The column of an entry. */
    public int column(int entry) {
        return indices[entry];
    }

    /** The value of an entry, never zero in a well-made set. */
    public float value(int entry) {
        return values == null ? 1 : values[entry];
    }
}
