package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

class ReductionTest {

    private static final int CELLS = Reduction.SIDE;

    /** Repeating each pixel 8 times makes 864 x 864, of which a cell is 27 x 27 whole ones. */
    @Test
    void averagesOverTheAreaOfACell() {
        byte[] picture = new byte[Camera.SIDE * Camera.SIDE];
        RandomStream random = new RandomStreams(1).stream("picture");
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) random.nextInt(256);
        }
        byte[] reduced = new byte[5 + Reduction.PIXELS];
        new Reduction().reduce(picture, reduced, 5);

        for (int cell = 0; cell < Reduction.PIXELS; cell++) {
            long sum = 0;
            for (int i = 0; i < 27 * 27; i++) {
                int row = (cell / CELLS * 27 + i / 27) / 8;
                int column = (cell % CELLS * 27 + i % 27) / 8;
                sum += picture[row * Camera.SIDE + column] & 0xFF;
            }
            assertThat(reduced[5 + cell] & 0xFF).as("cell %d", cell).isEqualTo((int) Math.round(sum / 729.0));
        }
    }

    @Test
    void anEvenPictureStaysAsItIs() {
        byte[] picture = new byte[Camera.SIDE * Camera.SIDE];
        java.util.Arrays.fill(picture, (byte) 255);
        byte[] reduced = new byte[Reduction.PIXELS];

        new Reduction().reduce(picture, reduced, 0);

        assertThat(reduced).containsOnly((byte) 255);
    }
}
