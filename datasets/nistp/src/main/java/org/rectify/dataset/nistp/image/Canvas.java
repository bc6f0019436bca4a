package org.rectify.dataset.nistp.image;

import java.util.Arrays;

/**
 * A grey image of 32 x 32 pixels, background 0 and ink 1, with the room that changing it takes.
 *
 * <p>One thread draws on it, one example after another; nothing is allocated while it does.
 */
public final class Canvas {

    /** Pixels of a row and of a column. */
    public static final int SIDE = 32;

    /** Pixels of the image. */
    public static final int PIXELS = SIDE * SIDE;

    /** Width of the border of {@link #bordered}. */
    public static final int BORDER = 4;

    /** Pixels of a row of {@link #bordered}. */
    public static final int BORDERED_SIDE = SIDE + 2 * BORDER;

    private float[] pixels = new float[PIXELS];
    private float[] spare = new float[PIXELS];
    private final float[] other = new float[PIXELS];
    private final float[] bordered = new float[BORDERED_SIDE * BORDERED_SIDE];

    /** The image, row by row. */
    public float[] pixels() {
        return pixels;
    }

    /** Room for the next image; holds anything. */
    public float[] spare() {
        return spare;
    }

    /** Room for a second image, such as another character; holds anything. */
    public float[] other() {
        return other;
    }

    /** Makes what was written to {@link #spare()} the image. */
    public void swap() {
        float[] previous = pixels;
        pixels = spare;
        spare = previous;
    }

    /** Makes the image background. */
    public void clear() {
        Arrays.fill(pixels, 0);
    }

    /** A copy of pixels within a border of background; valid until the next call. */
    public float[] bordered(float[] source) {
        for (int row = 0; row < SIDE; row++) {
            System.arraycopy(source, row * SIDE, bordered, (row + BORDER) * BORDERED_SIDE + BORDER, SIDE);
        }
        return bordered;
    }

    /** The largest pixel. */
    public static float maximum(float[] pixels) {
        float maximum = pixels[0];
        for (float pixel : pixels) {
            maximum = Math.max(maximum, pixel);
        }
        return maximum;
    }

    /** A pixel, 0 outside the image. */
    public static float at(float[] pixels, int x, int y) {
        return (x | y) >= 0 && x < SIDE && y < SIDE ? pixels[y * SIDE + x] : 0;
    }

    /** The image between its pixels, bilinearly; pixels outside are 0. */
    public static float between(float[] pixels, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float low = (float) (y - top);
        float upper = at(pixels, left, top) * (1 - right) + at(pixels, left + 1, top) * right;
        float lower = at(pixels, left, top + 1) * (1 - right) + at(pixels, left + 1, top + 1) * right;
        return upper * (1 - low) + lower * low;
    }

    /**
     * Writes the image in steps of 1/255.
     *
     * @param target overwritten from {@code offset} for {@link #PIXELS} elements: each pixel, cut to [0, 1], times 255, rounded
     */
    public void copyTo(byte[] target, int offset) {
        for (int i = 0; i < PIXELS; i++) {
            target[offset + i] = (byte) (int) (Math.max(0, Math.min(1, pixels[i])) * 255 + 0.5f);
        }
    }
}
