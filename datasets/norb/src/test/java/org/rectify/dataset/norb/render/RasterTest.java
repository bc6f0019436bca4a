package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RasterTest {

    private final Raster raster = new Raster();

    @Test
    void coversThePixelsWhoseMiddleLiesInside() {
        raster.triangle(10, 20, 1, 50, 30.3f, 20, 1, 50, 10, 40.3f, 1, 50);

        for (int y = 0; y < Camera.SIDE; y++) {
            for (int x = 0; x < Camera.SIDE; x++) {
                boolean inside = x >= 10 && y >= 20 && x + y + 1 <= 50;
                assertThat(grey(x, y)).as("pixel %d, %d", x, y).isCloseTo(inside ? 50 : 0, within(1e-3));
            }
        }
    }

    @Test
    void theNearestSurfaceWinsWhateverTheOrder() {
        triangle(2, 80);
        triangle(1, 40);
        assertThat(grey(20, 20)).isCloseTo(80, within(1e-3));

        raster.forgetSurfaces();
        triangle(1, 40);
        triangle(2, 80);
        assertThat(grey(20, 20)).isCloseTo(80, within(1e-3));
    }

    @Test
    void greysChangeEvenlyBetweenCorners() {
        raster.triangle(0, 0, 1, 0, 100, 0, 1, 100, 0, 100, 1, 0);

        IntStream.range(0, 99).forEach(x -> assertThat(grey(x, 0)).isCloseTo(x + .5, within(1e-3)));
    }

    @Test
    void whatLiesOutsideThePictureIsNotDrawn() {
        raster.triangle(-50, -50, 1, 9, 300, -50, 1, 9, -50, 300, 1, 9);
        raster.triangle(200, 200, 2, 7, 300, 200, 2, 7, 200, 300, 2, 7);

        assertThat(raster.greys()).hasSize(Camera.SIDE * Camera.SIDE);
        assertThat(grey(0, 0)).isCloseTo(9, within(1e-3));
    }

    private void triangle(float nearness, float grey) {
        raster.triangle(10, 10, nearness, grey, 40, 10, nearness, grey, 10, 40, nearness, grey);
    }

    private double grey(int x, int y) {
        return raster.greys()[y * Camera.SIDE + x];
    }
}
