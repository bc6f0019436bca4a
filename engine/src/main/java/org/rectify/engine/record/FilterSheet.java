package org.rectify.engine.record;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.engine.image.Png;
import org.rectify.engine.image.Tile;

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

    private final float[] weights;
    private final int units;
    private final Tile tile;

    private FilterSheet(float[] weights, int units, Tile tile) {
        this.weights = weights;
        this.units = units;
        this.tile = tile;
    }

    /** Whether examples of a shape are images: channels, height, width. */
    public static boolean shows(List<Integer> shape) {
        return Tile.shows(shape);
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
        return new FilterSheet(Matrices.toFloats(weights), weights.columns(), Tile.of(shape));
    }

    /** Writes the picture as PNG; leaves the stream open. */
    public void writeTo(OutputStream stream) throws IOException {
        Png.write(draw(), stream);
    }

    /** The picture itself. */
    BufferedImage draw() {
        int tiles = Math.min(units, MOST_TILES);
        int columns = (int) Math.ceil(Math.sqrt(tiles));
        int rows = (tiles + columns - 1) / columns;
        int stepRight = tile.drawnWidth() + GAP;
        int stepDown = tile.height() + GAP;
        BufferedImage sheet =
                new BufferedImage(columns * stepRight - GAP, rows * stepDown - GAP, BufferedImage.TYPE_INT_RGB);
        for (int unit = 0; unit < tiles; unit++) {
            drawTile(unit, sheet, unit % columns * stepRight, unit / columns * stepDown);
        }
        return sheet;
    }

    private void drawTile(int unit, BufferedImage sheet, int left, int top) {
        float largest = largest(unit);
        tile.draw(sheet, left, top, 1, input -> brightness(weights[input * units + unit], largest));
    }

    private static int brightness(float weight, float largest) {
        return largest == 0 ? 128 : (int) Math.round(127.5 + 127.5 * weight / largest);
    }

    /** The largest magnitude among the weights that are shown. */
    private float largest(int unit) {
        float largest = 0;
        for (int input = 0; input < tile.drawnValues(); input++) {
            largest = Math.max(largest, Math.abs(weights[input * units + unit]));
        }
        return largest;
    }
}
