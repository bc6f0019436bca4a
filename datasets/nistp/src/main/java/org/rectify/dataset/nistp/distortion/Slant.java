package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Rolls each row by its number times the slant, and the whole back so that the middle stays. */
final class Slant implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        double slant = random.nextDouble(0, complexity);
        slant(canvas, random.nextBoolean() ? slant : -slant);
    }

    /**
     * @param slant pixels to the right for each row down, at most 1 either way
     */
    static void slant(Canvas canvas, double slant) {
        int direction = slant < 0 ? -1 : 1;
        double size = Math.abs(slant);
        long back = Math.round(size * Canvas.SIDE / 2);
        for (int row = 0; row < Canvas.SIDE; row++) {
            int shift = Math.floorMod(direction * (Math.round(row * size) - back), Canvas.SIDE);
            int start = row * Canvas.SIDE;
            System.arraycopy(canvas.pixels(), start, canvas.spare(), start + shift, Canvas.SIDE - shift);
            System.arraycopy(canvas.pixels(), start + Canvas.SIDE - shift, canvas.spare(), start, shift);
        }
        canvas.swap();
    }
}
