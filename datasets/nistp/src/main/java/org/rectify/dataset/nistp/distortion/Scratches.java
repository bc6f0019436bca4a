package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Lays one to three thinned strokes across the image: enlarged, turned and eroded pictures of the digit 1. */
final class Scratches implements Distortion {

    private static final double ENLARGEMENT = 2;
    private static final double FARTHEST = 8;
    private static final double CENTRE = (Canvas.SIDE - 1) / 2.0;
    private static final int LARGEST_ELEMENT = 6;

    private final OtherCharacters ones;

    Scratches(OtherCharacters ones) {
        this.ones = ones;
    }

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int count = count(random.nextDouble());
        int quartile = Math.min(3, (int) (4 * complexity));
        StructuringElement element = StructuringElement.ALL.get(LARGEST_ELEMENT - quartile);
        for (int i = 0; i < count; i++) {
            ones.draw(random, canvas.other());
            double angle = Math.toRadians(90 + 100 * complexity * random.nextGaussian());
            double right = random.nextDouble(-FARTHEST, FARTHEST);
            double down = random.nextDouble(-FARTHEST, FARTHEST);
            crop(canvas.other(), canvas.spare(), angle, right, down);
            element.erode(canvas, canvas.spare(), canvas.spare());
            element.erode(canvas, canvas.spare(), canvas.spare());
            Blending.keepLarger(canvas.pixels(), canvas.spare());
        }
    }

    /** One for half of all draws, two for three tenths, three for two tenths. */
    static int count(double draw) {
        if (draw < 0.5) {
            return 1;
        }
        return draw < 0.8 ? 2 : 3;
    }

    private static void crop(float[] from, float[] to, double angle, double right, double down) {
        double cosine = StrictMath.cos(angle) / ENLARGEMENT;
        double sine = StrictMath.sin(angle) / ENLARGEMENT;
        for (int y = 0; y < Canvas.SIDE; y++) {
            for (int x = 0; x < Canvas.SIDE; x++) {
                double dx = x - CENTRE - right;
                double dy = y - CENTRE - down;
                to[y * Canvas.SIDE + x] =
                        Canvas.between(from, CENTRE + cosine * dx + sine * dy, CENTRE - sine * dx + cosine * dy);
            }
        }
    }
}
