package org.rectify.dataset.synthetic;

import java.util.List;
import org.rectify.api.random.RandomStream;

/**
 * One drawing of a digit: a way of writing it, bent, slanted, turned, stretched, moved, and drawn with a pen of its own
 * (item 59a).
 *
 * <p>The trigonometry is {@link StrictMath}'s, so that every machine draws the same pixels.
 */
final class DigitDrawing {

    private static final double CENTRE = (InkDrawing.SIDE - 1) / 2.0;
    private static final double HEIGHT = 19;
    private static final double WIDTH = 13;

    private final RandomStream random;
    private final InkDrawing canvas = new InkDrawing();
    private final double[] toPixels;
    private final double[] bend;

    private DigitDrawing(RandomStream random) {
        this.random = random;
        this.toPixels = toPixels(random);
        this.bend = bend(random);
    }

    /** Draws a digit; the stream alone decides how. */
    static InkDrawing draw(int digit, RandomStream random) {
        DigitDrawing drawing = new DigitDrawing(random);
        List<List<Stroke>> ways = Glyphs.ways(digit);
        double radius = random.nextDouble(0.5, 1.6);
        double darkness = random.nextDouble(0.7, 1);
        for (Stroke stroke : ways.get(random.nextInt(ways.size()))) {
            drawing.trace(drawing.unsteady(stroke).smooth(), radius, darkness);
        }
        drawing.addNoise();
        return drawing.canvas;
    }

    /** A matrix and a shift that slant, turn, stretch and move the box around its centre, row by row. */
    private static double[] toPixels(RandomStream random) {
        double slant = 0.25 * within(2, random.nextGaussian());
        double angle = 0.15 * within(2, random.nextGaussian());
        double width = WIDTH * random.nextDouble(0.7, 1.25);
        double height = HEIGHT * random.nextDouble(0.75, 1.1);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new double[] {
            cos * width,
            -cos * slant * height - sin * height,
            CENTRE + random.nextDouble(-3, 3),
            sin * width,
            -sin * slant * height + cos * height,
            CENTRE + random.nextDouble(-3, 3)
        };
    }

    /** Amplitude and phase of the slow waves that bend the box: of x along y, and of y along x. */
    private static double[] bend(RandomStream random) {
        return new double[] {
            0.08 * random.nextGaussian(), random.nextDouble(0, 2 * Math.PI),
            0.05 * random.nextGaussian(), random.nextDouble(0, 2 * Math.PI)
        };
    }

    private static double within(double limit, double value) {
        return Math.max(-limit, Math.min(limit, value));
    }

    /** The stroke as an unsteady hand places its points. */
    private Stroke unsteady(Stroke stroke) {
        double[] points = stroke.points().clone();
        for (int i = 0; i < points.length; i++) {
            points[i] += 0.035 * within(2, random.nextGaussian());
        }
        return new Stroke(points);
    }

    private void trace(Stroke stroke, double radius, double darkness) {
        double[] from = pixel(stroke, 0);
        for (int point = 1; point < stroke.size(); point++) {
            double[] to = pixel(stroke, point);
            canvas.line(from[0], from[1], to[0], to[1], radius, darkness);
            from = to;
        }
    }

    private double[] pixel(Stroke stroke, int point) {
        double x = stroke.x(point) - 0.5;
        double y = stroke.y(point) - 0.5;
        double bentX = x + bend[0] * StrictMath.sin(2 * Math.PI * y * 0.7 + bend[1]);
        double bentY = y + bend[2] * StrictMath.sin(2 * Math.PI * x * 0.7 + bend[3]);
        return new double[] {
            toPixels[0] * bentX + toPixels[1] * bentY + toPixels[2],
            toPixels[3] * bentX + toPixels[4] * bentY + toPixels[5]
        };
    }

    /** Grain in the ink, and specks on the ground; most of the ground stays exactly 0. */
    private void addNoise() {
        double grain = random.nextDouble(0, 0.2);
        double specks = random.nextDouble(0, 0.04);
        for (int pixel = 0; pixel < InkDrawing.PIXELS; pixel++) {
            if (canvas.ink(pixel) > 0) {
                canvas.ink(pixel, canvas.ink(pixel) * (1 + grain * random.nextGaussian()));
            } else if (random.nextDouble() < specks) {
                canvas.ink(pixel, random.nextDouble());
            }
        }
    }
}
