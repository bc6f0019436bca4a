package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Draws the disc around the centre together or apart: a pixel at distance r < 1 of the radius is fetched from
 * sin(pi r / 2)^-p times as far away.
 *
 * <p>The centre lies between the four middle pixels, the radius is 16 pixels. (Section 11.3: whirl and pinch without whirl.)
 */
final class Pinch implements Distortion {

    private static final double CENTRE = (Canvas.SIDE - 1) / 2.0;
    private static final double RADIUS = Canvas.SIDE / 2.0;
    private static final int HALF = Canvas.SIDE / 2;

    /** For the pixels of the lower right quarter: log sin(pi r / 2), or 0 where r is 1 or more. */
    private final double[] logarithms = new double[HALF * HALF];

    Pinch() {
        for (int y = 0; y < HALF; y++) {
            for (int x = 0; x < HALF; x++) {
                double r = Math.sqrt((x + 0.5) * (x + 0.5) + (y + 0.5) * (y + 0.5)) / RADIUS;
                logarithms[y * HALF + x] = r < 1 ? StrictMath.log(StrictMath.sin(Math.PI * r / 2)) : 0;
            }
        }
    }

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        pinch(canvas, random.nextDouble(-complexity, 0.7 * complexity));
    }

    /**
     * @param p draws together where positive, apart where negative
     */
    void pinch(Canvas canvas, double p) {
        float[] from = canvas.pixels();
        float[] to = canvas.spare();
        for (int y = 0; y < HALF; y++) {
            for (int x = y; x < HALF; x++) {
                double factor = StrictMath.exp(-p * logarithms[y * HALF + x]);
                fetchFour(from, to, x + 0.5, y + 0.5, factor);
                if (x != y) {
                    fetchFour(from, to, y + 0.5, x + 0.5, factor);
                }
            }
        }
        canvas.swap();
    }

    /** The pixels at the same distance from the centre, one in each quarter. */
    private static void fetchFour(float[] from, float[] to, double dx, double dy, double factor) {
        fetch(from, to, dx, dy, factor);
        fetch(from, to, -dx, dy, factor);
        fetch(from, to, dx, -dy, factor);
        fetch(from, to, -dx, -dy, factor);
    }

    private static void fetch(float[] from, float[] to, double dx, double dy, double factor) {
        int row = (int) (CENTRE + dy);
        int column = (int) (CENTRE + dx);
        to[row * Canvas.SIDE + column] = Canvas.between(from, CENTRE + dx * factor, CENTRE + dy * factor);
    }
}
