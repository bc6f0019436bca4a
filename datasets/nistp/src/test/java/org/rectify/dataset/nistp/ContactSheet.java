package org.rectify.dataset.nistp;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.dataset.nistp.distortion.FurtherDistortion;
import org.rectify.dataset.nistp.image.Canvas;
import org.rectify.dataset.nistp.source.CharacterClasses;
import org.rectify.testkit.TestContext;

/** Draws the first training examples of each class, dark on light, as {@code docs/images/nistp.png} shows them. */
final class ContactSheet {

    private static final int EXAMPLES = 8;
    private static final int COLUMNS = 31;

    private ContactSheet() {}

    /**
     * Writes the sheet, and prints which sources it was made from.
     *
     * @param arguments the data directory, the PNG to write, and the names of further distortions
     */
    public static void main(String[] arguments) throws IOException {
        EnumSet<FurtherDistortion> further = EnumSet.noneOf(FurtherDistortion.class);
        for (int i = 2; i < arguments.length; i++) {
            further.add(FurtherDistortion.valueOf(arguments[i]));
        }
        NistpOptions options = new NistpOptions(
                2_000,
                1,
                1,
                0.7,
                DistortionSet.NISTP,
                List.copyOf(further),
                0.5,
                0.1,
                0.4,
                Optional.empty(),
                false,
                5_000);
        Path data = Path.of(arguments[0]);
        Dataset dataset =
                new NistpFactory().create(options, TestContext.in(data).withDataDirectory(data));
        ImageIO.write(sheet(dataset), "png", new File(arguments[1]));
        System.out.println(dataset.info().source());
    }

    private static BufferedImage sheet(Dataset dataset) {
        int bands = CharacterClasses.COUNT / COLUMNS;
        BufferedImage sheet =
                new BufferedImage(COLUMNS * Canvas.SIDE, bands * EXAMPLES * Canvas.SIDE, BufferedImage.TYPE_BYTE_GRAY);
        int[] shown = new int[CharacterClasses.COUNT];
        float[] pixels = new float[Canvas.PIXELS];
        for (int i = 0; i < dataset.train().size(); i++) {
            int label = dataset.train().label(i);
            if (shown[label] < EXAMPLES) {
                ((DenseFeatures) dataset.train().features()).copyRow(i, pixels, 0);
                int row = label / COLUMNS * EXAMPLES + shown[label]++;
                draw(sheet, label % COLUMNS * Canvas.SIDE, row * Canvas.SIDE, pixels);
            }
        }
        return sheet;
    }

    private static void draw(BufferedImage sheet, int left, int top, float[] pixels) {
        for (int i = 0; i < Canvas.PIXELS; i++) {
            int light = 255 - Math.round(255 * pixels[i]);
            sheet.getRaster().setSample(left + i % Canvas.SIDE, top + i / Canvas.SIDE, 0, light);
        }
    }
}
