package org.rectify.engine.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.engine.image.Png;
import org.rectify.engine.image.Tile;

/**
 * Images as one picture: a row of tiles for each class, from the top in the order of labels, on grey; row after row where there
 * are no classes.
 *
 * <p>The lowest value of the declared range is black, the highest white; where a bound is infinite, the range found in the sheet
 * takes its place. Small images are enlarged by a whole number. There is no text in it, so that it is the same on every machine.
 */
public final class ContactSheet {

    private static final int GAP = 2;
    private static final int BACKGROUND = 0x707070;
    private static final int BEARABLE_HEIGHT = 64;

    private final Tile tile;
    private final OutputRange range;
    private final List<List<float[]>> images;

    private ContactSheet(Tile tile, OutputRange range, List<List<float[]>> images) {
        this.tile = tile;
        this.range = range;
        this.images = images;
    }

    /** Whether examples of a data set are images. */
    public static boolean shows(DatasetInfo info) {
        return Tile.shows(info.shape());
    }

    /**
     * A sheet of the first examples, of each class where there are classes.
     *
     * @param rows at most, of classes from the first; at least 1
     * @param columns examples of each at most; at least 1
     */
    public static ContactSheet of(DatasetInfo info, Split split, int rows, int columns) {
        Tile tile = Tile.of(info.shape());
        ExamplesOfClasses examples = info.classes().isEmpty()
                ? ExamplesOfClasses.regardless(split, rows, columns)
                : ExamplesOfClasses.of(split, Math.min(rows, info.classes().size()), columns);
        List<List<float[]>> images = examples.rows().stream()
                .map(ofRow -> ofRow.stream().map(row -> image(split, row)).toList())
                .toList();
        return new ContactSheet(tile, shownRange(info.range(), images), images);
    }

    private static float[] image(Split split, int row) {
        if (!(split.features() instanceof DenseFeatures dense)) {
            throw new IllegalArgumentException("sparse rows are no images");
        }
        float[] image = new float[dense.columns()];
        dense.copyRow(row, image, 0);
        return image;
    }

    private static OutputRange shownRange(OutputRange declared, List<List<float[]>> images) {
        if (Double.isFinite(declared.lowest()) && Double.isFinite(declared.highest())) {
            return declared;
        }
        double lowest = Double.isFinite(declared.lowest()) ? declared.lowest() : 0;
        double highest = Double.isFinite(declared.highest()) ? declared.highest() : 0;
        OutputRange found = new OutputRange(Math.min(lowest, highest), Math.max(lowest, highest));
        for (List<float[]> ofClass : images) {
            for (float[] image : ofClass) {
                for (float value : image) {
                    found = found.including(value);
                }
            }
        }
        return found;
    }

    /** How many rows there are, one for each class that is shown. */
    public int rows() {
        return images.size();
    }

    /** Writes the picture as PNG; leaves the stream open. */
    public void writeTo(OutputStream stream) throws IOException {
        Png.write(draw(), stream);
    }

    /** The picture itself. */
    BufferedImage draw() {
        int scale = Math.max(1, BEARABLE_HEIGHT / tile.height());
        int stepRight = tile.drawnWidth() * scale + GAP;
        int stepDown = tile.height() * scale + GAP;
        int columns = images.stream().mapToInt(List::size).max().orElse(0);
        BufferedImage sheet = new BufferedImage(
                columns * stepRight + GAP, images.size() * stepDown + GAP, BufferedImage.TYPE_INT_RGB);
        int[] ground = new int[sheet.getWidth() * sheet.getHeight()];
        Arrays.fill(ground, BACKGROUND);
        sheet.setRGB(0, 0, sheet.getWidth(), sheet.getHeight(), ground, 0, sheet.getWidth());
        for (int row = 0; row < images.size(); row++) {
            for (int column = 0; column < images.get(row).size(); column++) {
                float[] image = images.get(row).get(column);
                tile.draw(
                        sheet,
                        GAP + column * stepRight,
                        GAP + row * stepDown,
                        scale,
                        input -> brightness(image[input]));
            }
        }
        return sheet;
    }

    private int brightness(float value) {
        double extent = range.highest() - range.lowest();
        double share = extent == 0 ? 0 : (value - range.lowest()) / extent;
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
