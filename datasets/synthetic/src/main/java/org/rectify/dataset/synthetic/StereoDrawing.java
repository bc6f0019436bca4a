package org.rectify.dataset.synthetic;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;

/**
 * A toy made of balls before a clouded ground, seen by two cameras a few degrees apart (item 59b).
 *
 * <p>Drawn are its pose, place, size and shade, darker or lighter than the ground, the light, the ground, a distractor at the edge, brightness and contrast;
 * they are the same for both cameras, the noise is not. Trigonometry is {@link StrictMath}'s, so that every machine draws
 * the same pixels.
 */
final class StereoDrawing {

    static final int SIDE = 32;
    private static final int PIXELS = SIDE * SIDE;

    private static final double CENTRE = (SIDE - 1) / 2.0;
    private static final double HALF_ANGLE_BETWEEN_CAMERAS = Math.toRadians(4);
    private static final double GROUND_DEPTH = 1.5;

    private final double azimuth;
    private final double elevation;
    private final double roll;
    private final double size;
    private final double left;
    private final double top;
    private final double shade;
    private final double[] light;
    private final double groundLevel;
    private final double groundContrast;
    private final Clouds ground;
    private final double[] distractor;
    private final double gain;
    private final double offset;

    private StereoDrawing(RandomStream random) {
        azimuth = random.nextDouble(0, 2 * Math.PI);
        elevation = random.nextDouble(0.2, 0.7);
        roll = random.nextDouble(-0.12, 0.12);
        size = random.nextDouble(9, 12.5);
        left = CENTRE + random.nextDouble(-2, 2);
        top = CENTRE + random.nextDouble(-2, 2);
        boolean lightOnDark = random.nextBoolean();
        shade = lightOnDark ? random.nextDouble(0.75, 1) : random.nextDouble(0.1, 0.3);
        light = light(random);
        groundLevel = lightOnDark ? random.nextDouble(0.1, 0.4) : random.nextDouble(0.55, 0.85);
        groundContrast = random.nextDouble(0, 0.2);
        ground = new Clouds(random, 7);
        distractor = distractor(random);
        gain = random.nextDouble(0.8, 1.1);
        offset = random.nextDouble(-0.08, 0.08);
    }

    /** Draws an example of a class: the picture of the left camera, then that of the right. */
    static void draw(int label, double noise, RandomStream random, byte[] pixels, int offset) {
        StereoDrawing drawing = new StereoDrawing(random);
        for (int camera = 0; camera < 2; camera++) {
            double turn = (2 * camera - 1) * HALF_ANGLE_BETWEEN_CAMERAS;
            double[] picture = drawing.picture(label, turn);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                double value = drawing.gain * picture[pixel] + drawing.offset + noise * random.nextGaussian();
                pixels[offset + camera * PIXELS + pixel] = (byte) Math.rint(255 * Math.max(0, Math.min(1, value)));
            }
        }
    }

    /** A direction from above or the sides, never from behind the toy. */
    private static double[] light(RandomStream random) {
        double x = random.nextDouble(-0.8, 0.8);
        double y = random.nextDouble(0, 0.9);
        double length = Math.sqrt(x * x + y * y + 1);
        return new double[] {x / length, y / length, 1 / length};
    }

    /** Place, radius and shade of a ball at the edge; radius 0 in half of the pictures. */
    private static double[] distractor(RandomStream random) {
        double angle = random.nextDouble(0, 2 * Math.PI);
        double radius = random.nextBoolean() ? random.nextDouble(2, 4) : 0;
        return new double[] {
            CENTRE + 16 * StrictMath.cos(angle), CENTRE + 16 * StrictMath.sin(angle), radius, random.nextDouble(0.5, 1)
        };
    }

    /** What a camera sees, from 0 for black to 1 for white. */
    private double[] picture(int label, double turn) {
        double[] picture = new double[PIXELS];
        double[] depth = new double[PIXELS];
        Arrays.fill(depth, Double.NEGATIVE_INFINITY);
        double shift = GROUND_DEPTH * size * StrictMath.sin(turn);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                picture[y * SIDE + x] = groundLevel + groundContrast * (2 * ground.at(x + shift, y) - 1);
            }
        }
        ball(picture, depth, distractor[0] + shift, distractor[1], -2 * SIDE, distractor[2], distractor[3]);
        double[] turned = new double[3];
        for (BlobFigures.Ball ball : BlobFigures.balls(label)) {
            turn(ball, azimuth + turn, turned);
            ball(
                    picture,
                    depth,
                    left + size * turned[0],
                    top - size * turned[1],
                    size * turned[2],
                    size * ball.radius(),
                    shade);
        }
        return picture;
    }

    /** Turns the toy around its upright axis, tips it towards the camera, and tilts the picture. */
    private void turn(BlobFigures.Ball ball, double around, double[] turned) {
        double x = StrictMath.cos(around) * ball.x() + StrictMath.sin(around) * ball.z();
        double z = StrictMath.cos(around) * ball.z() - StrictMath.sin(around) * ball.x();
        double y = StrictMath.cos(elevation) * ball.y() - StrictMath.sin(elevation) * z;
        turned[2] = StrictMath.sin(elevation) * ball.y() + StrictMath.cos(elevation) * z;
        turned[0] = StrictMath.cos(roll) * x - StrictMath.sin(roll) * y;
        turned[1] = StrictMath.sin(roll) * x + StrictMath.cos(roll) * y;
    }

    /** Draws a ball over what lies behind it; its border is mixed with what was there. */
    private void ball(
            double[] picture,
            double[] depth,
            double centreX,
            double centreY,
            double centreZ,
            double radius,
            double tone) {
        double reach = radius + 0.5;
        for (int y = pixel(centreY - reach); radius > 0 && y <= pixel(centreY + reach); y++) {
            for (int x = pixel(centreX - reach); x <= pixel(centreX + reach); x++) {
                double dx = x - centreX;
                double dy = y - centreY;
                double distance = Math.sqrt(dx * dx + dy * dy);
                double covered = Math.min(1, reach - distance);
                double height = Math.sqrt(Math.max(0, radius * radius - distance * distance));
                int at = y * SIDE + x;
                if (covered > 0 && centreZ + height > depth[at]) {
                    double lit = (dx * light[0] - dy * light[1] + height * light[2]) / radius;
                    double brightness = tone * (0.35 + 0.65 * Math.max(0, lit));
                    picture[at] += covered * (brightness - picture[at]);
                    depth[at] = covered < 1 ? depth[at] : centreZ + height;
                }
            }
        }
    }

    private static int pixel(double coordinate) {
        return (int) Math.max(0, Math.min(SIDE - 1, Math.rint(coordinate)));
    }
}
