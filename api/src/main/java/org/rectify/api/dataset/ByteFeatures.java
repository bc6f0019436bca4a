package org.rectify.api.dataset;

/**
 * Dense inputs kept as unsigned bytes and scaled by a factor and a shift: pixels.
 *
 * @since 0.1
 */
public final class ByteFeatures implements DenseFeatures {

    private final byte[] values;
    private final int from;
    private final int rows;
    private final int columns;
    private final float[] scaled = new float[256];

    /**
     * Rows of an array that is used as it is, not copied.
     *
     * @param values all rows, one after another
     * @param firstRow the first of them that belongs to these features
     * @param scale,shift byte b stands for {@code b * scale + shift}
     */
    public ByteFeatures(byte[] values, int firstRow, int rows, int columns, double scale, double shift) {
        if (columns < 1 || firstRow < 0 || rows < 0 || (firstRow + (long) rows) * columns > values.length) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " from row " + firstRow
                    + " do not lie in " + values.length + " bytes");
        }
        this.values = values;
        this.from = firstRow * columns;
        this.rows = rows;
        this.columns = columns;
        for (int b = 0; b < scaled.length; b++) {
            scaled[b] = (float) (b * scale + shift);
        }
    }

    /** Pixels divided by 255, without centring or whitening (item 48). */
    public static ByteFeatures pixels(byte[] values, int firstRow, int rows, int columns) {
        return new ByteFeatures(values, firstRow, rows, columns, 1 / 255.0, 0);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
        int start = from + Math.multiplyExact(row, columns);
        for (int column = 0; column < columns; column++) {
            target[offset + column] = scaled[values[start + column] & 0xFF];
        }
    }
}
