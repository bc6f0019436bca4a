package org.rectify.dataset.nistp.source;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Scanned characters that lie in one array, in the middle of a border of background where they are smaller than 32 x 32. */
final class ScannedSource implements CharacterSource {

    private final byte[] images;
    private final int side;
    private final boolean transposed;
    private final int[][] members;
    private final int[] classes;

    /**
     * @param images one after another, ink 255; not copied
     * @param side pixels of a row and of a column, at most 32
     * @param transposed whether columns are stored one after another instead of rows
     * @param members of each class, the numbers of its images
     */
    ScannedSource(byte[] images, int side, boolean transposed, int[][] members) {
        this.images = images;
        this.side = side;
        this.transposed = transposed;
        this.members = members;
        this.classes = ClassIndex.present(members);
    }

    @Override
    public int[] classes() {
        return classes.clone();
    }

    @Override
    public void draw(int characterClass, RandomStream random, float[] pixels) {
        int[] own = members[characterClass];
        int start = own[random.nextInt(own.length)] * side * side;
        int border = (Canvas.SIDE - side) / 2;
        Arrays.fill(pixels, 0);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int place = transposed ? column * side + row : row * side + column;
                pixels[(row + border) * Canvas.SIDE + column + border] = (images[start + place] & 0xFF) / 255f;
            }
        }
    }
}
