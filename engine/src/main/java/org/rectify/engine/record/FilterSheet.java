package org.rectify.engine.record;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;

/**
 * The weights of a layer over images as one picture: a tile for each unit, up to 400 of them, a pixel apart.
 *
 * <p>Each tile has its own scale: its largest magnitude is white or black, 0 the grey between. Three channels are colours, two
 * stand side by side, of any other number the first is shown. Tiles go from left to right and from top to bottom, in a sheet
 * as square as may be.
 */
public final class FilterSheet {

    private static final int MOST_TILES = 400;
    private static final int GAP = 1;
    private static final int COLOURS = 3;

    private final float[] weights;
    private final int units;
    private final int channels;
    private final int height;
    private final int width;

    private FilterSheet(float[] weights, int units, List<Integer> shape) {
        this.weights = weights;
        this.units = units;
        this.channels = shape.get(0);
        this.height = shape.get(1);
        this.width = shape.get(2);
    }

    /** Whether examples of a shape are images: channels, height, width. */
    public static boolean shows(List<Integer> shape) {
        return shape.size() == 3;
    }

    /**
     * The sheet of a weight matrix.
     *
     * @param weights inputs x units
     * @param shape of an input: channels, height, width
     * @throws IllegalArgumentException when the shape is not that of the inputs
     */
    public static FilterSheet of(INDArray weights, List<Integer> shape) {
        if (!shows(shape) || shape.stream().reduce(1, Math::multiplyExact) != weights.rows()) {
            throw new IllegalArgumentException(weights.rows() + " inputs are not an image of shape " + shape);
        }
        return new FilterSheet(Matrices.toFloats(weights), weights.columns(), shape);
    }

    /** Writes the picture as PNG; leaves the stream open. */
    public void writeTo(OutputStream stream) throws IOException {
        try (ImageOutputStream image = new MemoryCacheImageOutputStream(stream)) {
            ImageIO.write(draw(), "png", image);
        }
    }

    /** The picture itself. */
    BufferedImage draw() {
        int tiles = Math.min(units, MOST_TILES);
        int columns = (int) Math.ceil(Math.sqrt(tiles));
        int rows = (tiles + columns - 1) / columns;
        int tileWidth = channels == 2 ? 2 * width : width;
        BufferedImage sheet = new BufferedImage(
                columns * (tileWidth + GAP) - GAP, rows * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        for (int unit = 0; unit < tiles; unit++) {
            drawTile(unit, sheet, unit % columns * (tileWidth + GAP), unit / columns * (height + GAP));
        }
        return sheet;
    }

    private void drawTile(int unit, BufferedImage sheet, int left, int top) {
        float largest = largest(unit);
        int besides = channels == 2 ? 2 : 1;
        for (int channel = 0; channel < besides; channel++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    sheet.setRGB(
                            left + channel * width + column, top + row, colour(unit, channel, row, column, largest));
                }
            }
        }
    }

    private int colour(int unit, int channel, int row, int column, float largest) {
        int colour = 0;
        for (int part = 0; part < COLOURS; part++) {
            int shown = channels == COLOURS ? part : channel;
            colour = colour << 8 | brightness(weight(unit, shown, row, column), largest);
        }
        return colour;
    }

    private static int brightness(float weight, float largest) {
        return largest == 0 ? 128 : (int) Math.round(127.5 + 127.5 * weight / largest);
    }

    /** The largest magnitude among the weights that are shown. */
    private float largest(int unit) {
        float largest = 0;
        int shown = channels <= COLOURS ? channels : 1;
        for (int input = 0; input < shown * height * width; input++) {
            largest = Math.max(largest, Math.abs(weights[input * units + unit]));
        }
        return largest;
    }

    private float weight(int unit, int channel, int row, int column) {
        return weights[((channel * height + row) * width + column) * units + unit];
    }
}
