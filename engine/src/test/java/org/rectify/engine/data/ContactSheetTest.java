package org.rectify.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.dataset.Split;

class ContactSheetTest {

    private static final int GROUND = 0x707070;

    /** The first image of y, then two of x, a pixel high and two wide; 64 times as large in the sheet. */
    private static final Split IMAGES = TinySets.split(2, new int[] {1, 0, 0}, -1, 1, 0, 0.5f, 1, 1);

    @Test
    void aRowForEachClassHoldsItsFirstExamples() throws IOException {
        ContactSheet sheet = ContactSheet.of(TinySets.info(OutputRange.SIGNED_UNIT_INTERVAL, 1, 1, 2), IMAGES, 100, 20);

        BufferedImage picture = written(sheet);
        assertThat(sheet.rows()).isEqualTo(2);
        assertThat(picture.getWidth()).isEqualTo(2 + 2 * (128 + 2));
        assertThat(picture.getHeight()).isEqualTo(2 + 2 * (64 + 2));
        assertThat(colour(picture, 0, 0)).isEqualTo(GROUND);
        assertThat(colour(picture, 2, 2)).isEqualTo(0x808080);
        assertThat(colour(picture, 65, 65)).isEqualTo(0x808080);
        assertThat(colour(picture, 66, 2)).isEqualTo(0xBFBFBF);
        assertThat(colour(picture, 66, 66)).isEqualTo(GROUND);
        assertThat(colour(picture, 132, 2)).isEqualTo(0xFFFFFF);
        assertThat(colour(picture, 2, 68)).isEqualTo(0x000000);
        assertThat(colour(picture, 66, 68)).isEqualTo(0xFFFFFF);
        assertThat(colour(picture, 132, 68)).isEqualTo(GROUND);
    }

    /** The images in their order, two to a row. */
    @Test
    void withoutClassesExamplesStandRowAfterRow() throws IOException {
        Split images = new MeasuredSplit(IMAGES.features(), new float[6], 2);
        DatasetInfo info = TinySets.measured(OutputRange.SIGNED_UNIT_INTERVAL, 1, 1, 2);

        ContactSheet sheet = ContactSheet.of(info, images, 100, 2);

        BufferedImage picture = written(sheet);
        assertThat(sheet.rows()).isEqualTo(2);
        assertThat(colour(picture, 2, 2)).isEqualTo(0x000000);
        assertThat(colour(picture, 132, 2)).isEqualTo(0x808080);
        assertThat(colour(picture, 2, 68)).isEqualTo(0xFFFFFF);
        assertThat(colour(picture, 132, 68)).isEqualTo(GROUND);
        assertThat(ContactSheet.of(info, images, 1, 1).rows()).isEqualTo(1);
    }

    @Test
    void rowsAndColumnsAreAtMostAsManyAsAskedFor() throws IOException {
        ContactSheet sheet = ContactSheet.of(TinySets.info(OutputRange.SIGNED_UNIT_INTERVAL, 1, 1, 2), IMAGES, 1, 1);

        assertThat(sheet.rows()).isEqualTo(1);
        assertThat(written(sheet).getWidth()).isEqualTo(2 + 128 + 2);
    }

    @Test
    void withoutDeclaredBoundsTheRangeFoundIsShown() throws IOException {
        Split images = TinySets.split(2, new int[] {0}, 0, 40);

        BufferedImage picture =
                written(ContactSheet.of(TinySets.info(OutputRange.NON_NEGATIVE, 1, 1, 2), images, 1, 1));

        assertThat(colour(picture, 2, 2)).isEqualTo(0x000000);
        assertThat(colour(picture, 66, 2)).isEqualTo(0xFFFFFF);
    }

    @Test
    void threeChannelsAreColoursAndTwoStandSideBySide() throws IOException {
        Split colours = TinySets.split(3, new int[] {0}, 1, 0, 0.2f);
        Split pairs = TinySets.split(2, new int[] {0}, 1, 0);

        assertThat(colour(
                        written(ContactSheet.of(TinySets.info(OutputRange.UNIT_INTERVAL, 3, 1, 1), colours, 1, 1)),
                        2,
                        2))
                .isEqualTo(0xFF0033);
        BufferedImage stereo = written(ContactSheet.of(TinySets.info(OutputRange.UNIT_INTERVAL, 2, 1, 1), pairs, 1, 1));
        assertThat(stereo.getWidth()).isEqualTo(2 + 128 + 2);
        assertThat(colour(stereo, 65, 2)).isEqualTo(0xFFFFFF);
        assertThat(colour(stereo, 66, 2)).isEqualTo(0x000000);
    }

    private static BufferedImage written(ContactSheet sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sheet.writeTo(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static int colour(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xFFFFFF;
    }
}
