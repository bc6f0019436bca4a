package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FilterSheetTest {

    private static final int BLACK = 0x000000;
    private static final int GREY = 0x808080;
    private static final int WHITE = 0xFFFFFF;
    /** 127.5 + 127.5 / 2, and 127.5 - 127.5 / 2, rounded. */
    private static final int LIGHT = 0xBFBFBF;

    private static final int DARK = 0x404040;

    @Test
    void eachUnitIsATileScaledByItsLargestMagnitude() {
        INDArray weights = Nd4j.createFromArray(new float[][] {
            {2, 0.001f, 0}, {-1, -0.002f, 0}, {0, 0, 0}, {1, 0.002f, 0}, {-2, -0.001f, 0}, {0, 0, 0},
        });

        BufferedImage sheet = FilterSheet.of(weights, List.of(1, 2, 3)).draw();

        assertThat(pixels(sheet)).isDeepEqualTo(new int[][] {
            {WHITE, DARK, GREY, BLACK, LIGHT, BLACK, GREY},
            {LIGHT, BLACK, GREY, BLACK, WHITE, DARK, GREY},
            {BLACK, BLACK, BLACK, BLACK, BLACK, BLACK, BLACK},
            {GREY, GREY, GREY, BLACK, BLACK, BLACK, BLACK},
            {GREY, GREY, GREY, BLACK, BLACK, BLACK, BLACK},
        });
    }

    @Test
    void threeChannelsAreColours() {
        INDArray weights = Nd4j.createFromArray(new float[][] {{4}, {0}, {-4}, {0}, {2}, {-2}});

        BufferedImage sheet = FilterSheet.of(weights, List.of(3, 1, 2)).draw();

        assertThat(pixels(sheet)).isDeepEqualTo(new int[][] {{0xFF00BF, 0x808040}});
    }

    @Test
    void twoChannelsStandSideBySide() {
        INDArray weights = Nd4j.createFromArray(new float[][] {{4, 1}, {0, 1}, {-4, 1}, {2, -1}});

        BufferedImage sheet = FilterSheet.of(weights, List.of(2, 2, 1)).draw();

        assertThat(pixels(sheet))
                .isDeepEqualTo(new int[][] {{WHITE, BLACK, BLACK, WHITE, WHITE}, {GREY, LIGHT, BLACK, WHITE, BLACK}});
    }

    @Test
    void ofMoreChannelsTheFirstIsShown() {
        INDArray weights = Nd4j.createFromArray(new float[][] {{1}, {-2}, {100}, {100}, {100}, {100}, {100}, {100}});

        BufferedImage sheet = FilterSheet.of(weights, List.of(4, 1, 2)).draw();

        assertThat(pixels(sheet)).isDeepEqualTo(new int[][] {{LIGHT, BLACK}});
    }

    @Test
    void fourHundredUnitsAreShownAndNoMore() {
        assertThat(FilterSheet.of(Nd4j.ones(4, 400), List.of(1, 2, 2)).draw())
                .satisfies(sheet -> assertThat(sheet.getWidth()).isEqualTo(59))
                .satisfies(sheet -> assertThat(sheet.getHeight()).isEqualTo(59));
        assertThat(pixels(FilterSheet.of(Nd4j.ones(4, 1000), List.of(1, 2, 2)).draw()))
                .isDeepEqualTo(pixels(
                        FilterSheet.of(Nd4j.ones(4, 400), List.of(1, 2, 2)).draw()));
        assertThat(FilterSheet.of(Nd4j.ones(4, 7), List.of(1, 2, 2)).draw())
                .satisfies(sheet -> assertThat(sheet.getWidth()).isEqualTo(8))
                .satisfies(sheet -> assertThat(sheet.getHeight()).isEqualTo(8));
    }

    @Test
    void itIsWrittenAsAPngOfTheSamePixels() throws IOException {
        FilterSheet sheet = FilterSheet.of(Nd4j.createFromArray(new float[][] {{1, 3}, {-1, 2}}), List.of(1, 1, 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        sheet.writeTo(bytes);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(pixels(read)).isDeepEqualTo(pixels(sheet.draw()));
        assertThat(bytes.toByteArray()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void inputsThatAreNoImageAreRefused() {
        assertThat(FilterSheet.shows(List.of(5000))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FilterSheet.of(Nd4j.ones(5, 2), List.of(1, 2, 2)))
                .withMessage("5 inputs are not an image of shape [1, 2, 2]");
    }

    /** Rows of colours without their opacity. */
    private static int[][] pixels(BufferedImage image) {
        int[][] pixels = new int[image.getHeight()][image.getWidth()];
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                pixels[row][column] = image.getRGB(column, row) & 0xFFFFFF;
            }
        }
        return pixels;
    }
}
