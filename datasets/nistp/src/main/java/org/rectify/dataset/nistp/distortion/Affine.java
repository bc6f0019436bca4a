package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Fetches each pixel (x, y), counted from the upper left corner, from the one nearest to (a x + b y + t, d x + e y + f);
 * outside lies background.
 */
final class Affine implements Distortion {

    private static final double LINEAR = 0.4;
    private static final double SHIFT = 4.5;

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        double a = 1 + within(LINEAR * complexity, random);
        double b = within(LINEAR * complexity, random);
        double t = within(SHIFT * complexity, random);
        double d = within(LINEAR * complexity, random);
        double e = 1 + within(LINEAR * complexity, random);
        double f = within(SHIFT * complexity, random);
        fetch(canvas, a, b, t, d, e, f);
    }

    private static double within(double bound, RandomStream random) {
        return random.nextDouble(-bound, bound);
    }

    static void fetch(Canvas canvas, double a, double b, double t, double d, double e, double f) {
        float[] from = canvas.pixels();
        float[] to = canvas.spare();
        for (int y = 0; y < Canvas.SIDE; y++) {
            for (int x = 0; x < Canvas.SIDE; x++) {
                int column = (int) Math.floor(a * x + b * y + t + 0.5);
                int row = (int) Math.floor(d * x + e * y + f + 0.5);
                to[y * Canvas.SIDE + x] = Canvas.at(from, column, row);
            }
        }
        canvas.swap();
    }
}
