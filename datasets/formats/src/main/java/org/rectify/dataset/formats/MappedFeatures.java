package org.rectify.dataset.formats;

import org.rectify.api.dataset.DenseFeatures;

/**
 * Dense inputs kept as unsigned bytes in a mapped file, converted row by row as they are needed: sets larger than the heap.
 */
public final class MappedFeatures implements DenseFeatures {

    private static final int BYTES = 256;

    private final MappedRows bytes;
    private final int firstRow;
    private final int rows;
    private final float[] scaled;

    /**
     * Consecutive rows of a mapped file.
     *
     * @param firstRow the first of them that belongs to these features
     * @param scale,shift byte b stands for {@code b * scale + shift}
     */
    public MappedFeatures(MappedRows bytes, int firstRow, int rows, double scale, double shift) {
        this(bytes, firstRow, rows, linear(scale, shift));
    }

    /**
     * Consecutive rows of a mapped file, under any map of the bytes.
     *
     * @param firstRow the first of them that belongs to these features
     * @param table what each of the 256 bytes stands for; copied
     */
    public MappedFeatures(MappedRows bytes, int firstRow, int rows, float[] table) {
        if (firstRow < 0 || rows < 0 || firstRow + (long) rows > bytes.rows()) {
            throw new IllegalArgumentException(
                    rows + " rows from row " + firstRow + " do not lie in " + bytes.rows() + " rows");
        }
        if (table.length != BYTES) {
            throw new IllegalArgumentException("a table of " + table.length + " for " + BYTES + " bytes");
        }
        this.bytes = bytes;
        this.firstRow = firstRow;
        this.rows = rows;
        this.scaled = table.clone();
    }

    private static float[] linear(double scale, double shift) {
        float[] table = new float[BYTES];
        for (int b = 0; b < BYTES; b++) {
            table[b] = (float) (b * scale + shift);
        }
        return table;
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
