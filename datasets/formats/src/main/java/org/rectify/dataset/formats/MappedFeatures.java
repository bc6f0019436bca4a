package org.rectify.dataset.formats;

import org.rectify.api.dataset.DenseFeatures;

/**
 * Dense inputs kept as unsigned bytes in a mapped file, converted row by row as they are needed: sets larger than the heap.
 */
public final class MappedFeatures implements DenseFeatures {

    private final MappedRows bytes;
    private final int firstRow;
    private final int rows;
    private final float[] scaled = new float[256];

    /**
     * Consecutive rows of a mapped file.
     *
     * @param firstRow the first of them that belongs to these features
     * @param scale,shift byte b stands for {@code b * scale + shift}
     */
    public MappedFeatures(MappedRows bytes, int firstRow, int rows, double scale, double shift) {
        if (firstRow < 0 || rows < 0 || firstRow + (long) rows > bytes.rows()) {
            throw new IllegalArgumentException(
                    rows + " rows from row " + firstRow + " do not lie in " + bytes.rows() + " rows");
        }
        this.bytes = bytes;
        this.firstRow = firstRow;
        this.rows = rows;
        for (int b = 0; b < scaled.length; b++) {
            scaled[b] = (float) (b * scale + shift);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return bytes.columns();
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
        bytes.lookUpRow(firstRow + row, scaled, target, offset);
    }
}
