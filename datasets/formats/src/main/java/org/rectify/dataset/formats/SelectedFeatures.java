package org.rectify.dataset.formats;

import org.rectify.api.dataset.DenseFeatures;

/**
 * Some rows of other features, in an order of their own.
 *
 * @param all the features chosen from
 * @param chosen the rows of {@code all}, in the new order; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record SelectedFeatures(DenseFeatures all, int[] chosen) implements DenseFeatures {

    /** Refuses rows that are not there. */
    public SelectedFeatures {
        for (int row : chosen) {
            if (row < 0 || row >= all.rows()) {
                throw new IllegalArgumentException("row " + row + " of " + all.rows());
            }
        }
    }

    @Override
    public int rows() {
        return chosen.length;
    }

    @Override
    public int columns() {
        return all.columns();
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
        all.copyRow(chosen[row], target, offset);
    }
}
