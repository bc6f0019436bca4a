package org.rectify.dataset.norb.render;

/**
 * Makes 32 x 32 pixels of 108 x 108 by averaging over areas of 3.375 x 3.375 pixels (item 52).
 *
 * <p>Not safe for use by several threads: it keeps the picture it reduced last.
 */
final class Reduction {

    /** Pixels of a side of a reduced picture. */
    static final int SIDE = 32;

    /** Pixels of a reduced picture. */
    static final int PIXELS = SIDE * SIDE;

    private static final int FROM = Camera.SIDE;
    private static final double CELL = FROM / (double) SIDE;

    /** The most pixels a cell reaches into. */
    private static final int REACH = 5;

    private final int[] starts = new int[SIDE];
    private final float[] shares = new float[SIDE * REACH];
    private final float[] narrow = new float[FROM * SIDE];

    Reduction() {
        for (int cell = 0; cell < SIDE; cell++) {
            starts[cell] = Math.min((int) (cell * CELL), FROM - REACH);
            for (int i = 0; i < REACH; i++) {
                int pixel = starts[cell] + i;
                double covered = Math.min(pixel + 1, (cell + 1) * CELL) - Math.max(pixel, cell * CELL);
                shares[cell * REACH + i] = (float) (Math.max(0, covered) / CELL);
            }
        }
    }

    /** Writes the rounded averages, row by row. */
    void reduce(byte[] picture, byte[] target, int offset) {
        for (int row = 0; row < FROM; row++) {
            for (int cell = 0; cell < SIDE; cell++) {
                float sum = 0;
                for (int i = 0; i < REACH; i++) {
                    sum += shares[cell * REACH + i] * (picture[row * FROM + starts[cell] + i] & 0xFF);
                }
                narrow[row * SIDE + cell] = sum;
            }
        }
        for (int cell = 0; cell < SIDE; cell++) {
            for (int column = 0; column < SIDE; column++) {
                float sum = 0;
                for (int i = 0; i < REACH; i++) {
                    sum += shares[cell * REACH + i] * narrow[(starts[cell] + i) * SIDE + column];
                }
                target[offset + cell * SIDE + column] = (byte) (int) (sum + .5f);
            }
        }
    }
}
