package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Lays a rectangle from the middle of another character at the left, at the right, or in the centre, there half as dark. */
final class Occlusion implements Distortion {

    private static final int LARGEST_EXTENT = 15;
    private static final int MIDDLE = Canvas.SIDE / 2;

    private final OtherCharacters characters;

    Occlusion(OtherCharacters characters) {
        this.characters = characters;
    }

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        characters.draw(random, canvas.other());
        int left = MIDDLE - extent(complexity, random);
        int right = MIDDLE + extent(complexity, random);
        int top = MIDDLE - extent(complexity, random);
        int bottom = MIDDLE + extent(complexity, random);
        int place = random.nextInt(3);
        int margin = rounded(Math.abs(2 * random.nextGaussian()));
        int down = rounded(3 * random.nextGaussian());
        switch (place) {
            case 0 -> lay(canvas, left, right, top, bottom, margin - left, down, 1);
            case 1 -> lay(canvas, left, right, top, bottom, Canvas.SIDE - margin - right, down, 1);
            default -> lay(canvas, left, right, top, bottom, 0, 0, 0.5f);
        }
    }

    private static int extent(double complexity, RandomStream random) {
        double drawn = Math.floor(8 * complexity) + 2 * random.nextGaussian();
        return Math.min(LARGEST_EXTENT, rounded(Math.abs(drawn)));
    }

    private static int rounded(double number) {
        return (int) Math.round(number);
    }

    /** Lays columns left to right - 1 and rows top to bottom - 1 of the other image, moved, over this one. */
    private static void lay(
            Canvas canvas, int left, int right, int top, int bottom, int moveRight, int moveDown, float opacity) {
        for (int row = Math.max(top, -moveDown); row < Math.min(bottom, Canvas.SIDE - moveDown); row++) {
            for (int column = Math.max(left, -moveRight); column < Math.min(right, Canvas.SIDE - moveRight); column++) {
                float ink = opacity * canvas.other()[row * Canvas.SIDE + column];
                int place = (row + moveDown) * Canvas.SIDE + column + moveRight;
                canvas.pixels()[place] = Math.max(canvas.pixels()[place], ink);
            }
        }
    }
}
