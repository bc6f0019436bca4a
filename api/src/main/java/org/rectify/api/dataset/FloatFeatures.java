package org.rectify.api.dataset;

/**
 * Dense inputs kept as they are.
 *
 * @param values all rows, one after another; not copied
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent")
public record FloatFeatures(float[] values, int columns) implements DenseFeatures {

    /** Refuses values that are not whole rows. */
    public FloatFeatures {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " values are not rows of " + columns);
        }
    }

    @Override
    public int rows() {
        return values.length / columns;
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(values, Math.multiplyExact(row, columns), target, offset, columns);
    }
}
