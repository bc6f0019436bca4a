package org.rectify.engine.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * How one image is drawn: three channels are colours, two stand side by side, of any other number the first is shown.
 *
 * @param channels of an image, whose values lie one channel after the other, each row by row
 */
public record Tile(int channels, int height, int width) {

    private static final int COLOURS = 3;

    /** Whether examples of a shape are images: channels, height, width. */
    public static boolean shows(List<Integer> shape) {
        return shape.size() == COLOURS;
    }

    /** The tile of images of a shape: channels, height, width. */
    public static Tile of(List<Integer> shape) {
        if (!shows(shape)) {
            throw new IllegalArgumentException("shape " + shape + " is no image");
        }
        return new Tile(shape.get(0), shape.get(1), shape.get(2));
    }

    /** Pixels from left to right of the drawn tile. */
    public int drawnWidth() {
        return channels == 2 ? 2 * width : width;
    }

    /** How many values, from the first, have a part in what is drawn. */
    public int drawnValues() {
        return (channels <= COLOURS ? channels : 1) * height * width;
    }

    /**
     * Draws an image.
     *
     * @param scale pixels of the sheet, across and down, for each of the image
     * @param brightness from 0 to 255 of each value, by its position
     */
    public void draw(BufferedImage sheet, int left, int top, int scale, IntUnaryOperator brightness) {
        int[] rgb = new int[scale * scale];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < drawnWidth(); x++) {
                Arrays.fill(rgb, colour(x / width, y * width + x % width, brightness));
                sheet.setRGB(left + x * scale, top + y * scale, scale, scale, rgb, 0, scale);
            }
        }
    }

    private int colour(int channel, int pixel, IntUnaryOperator brightness) {
        int colour = 0;
        for (int part = 0; part < COLOURS; part++) {
            int shown = channels == COLOURS ? part : channel;
            colour = colour << 8 | brightness.applyAsInt(shown * height * width + pixel);
        }
        return colour;
    }
}
