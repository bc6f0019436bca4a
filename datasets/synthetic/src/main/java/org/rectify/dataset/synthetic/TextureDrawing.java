package org.rectify.dataset.synthetic;

import org.rectify.api.random.RandomStream;

/**
 * One picture of a texture: turned a little, moved, of some period, in two colours, unevenly lit (item 59c).
 *
 * <p>The light colour's hue lies around one of the class, the dark colour's anywhere: colours help, and do not suffice.
 * Trigonometry is {@link StrictMath}'s, so that every machine draws the same pixels.
 */
final class TextureDrawing {

    static final int SIDE = 32;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CHANNELS = 3;
    private static final double CENTRE = (SIDE - 1) / 2.0;

    private final double cos;
    private final double sin;
    private final double shiftX;
    private final double shiftY;
    private final double[] light;
    private final double[] dark;
    private final double slopeX;
    private final double slopeY;
    private final Texture.Pattern pattern;

    private TextureDrawing(int label, RandomStream random) {
        Texture texture = Texture.values()[label];
        double period = random.nextDouble(6, 9);
        double angle = random.nextDouble(-0.12, 0.12);
        cos = StrictMath.cos(angle) / period;
        sin = StrictMath.sin(angle) / period;
        shiftX = random.nextDouble(-1, 1);
        shiftY = random.nextDouble(-1, 1);
        double hue = label / (double) Texture.values().length + 0.2 * random.nextGaussian();
        light = colour(hue, random.nextDouble(0.2, 0.8), random.nextDouble(0.7, 1));
        dark = colour(random.nextDouble(), random.nextDouble(0.2, 0.8), random.nextDouble(0.05, 0.35));
        slopeX = random.nextDouble(-0.01, 0.01);
        slopeY = random.nextDouble(-0.01, 0.01);
        pattern = texture.pattern(random);
    }

    /** Draws an example of a class: its red pixels, then the green, then the blue. */
    static void draw(int label, double noise, RandomStream random, byte[] pixels, int offset) {
        TextureDrawing drawing = new TextureDrawing(label, random);
        double[] colour = new double[CHANNELS];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                drawing.colourAt(x - CENTRE, y - CENTRE, colour);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    double value = colour[channel] + noise * random.nextGaussian();
                    pixels[offset + channel * PIXELS + y * SIDE + x] =
                            (byte) Math.rint(255 * Math.max(0, Math.min(1, value)));
                }
            }
        }
    }

    private void colourAt(double x, double y, double[] colour) {
        double brightness = pattern.at(cos * x + sin * y + shiftX, cos * y - sin * x + shiftY);
        double lit = 1 + slopeX * x + slopeY * y;
        for (int channel = 0; channel < CHANNELS; channel++) {
            colour[channel] = lit * (dark[channel] + brightness * (light[channel] - dark[channel]));
        }
    }

    /**
     * Red, green and blue of a hue.
     *
     * @param hue of period 1: red at 0, green at 1/3, blue at 2/3
     * @param saturation 0 for grey
     * @param value the largest of the three
     */
    private static double[] colour(double hue, double saturation, double value) {
        double[] colour = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            double sixths = 6 * Waves.fraction(hue + (5 - 2 * channel) / 6.0);
            double missing = Math.max(0, Math.min(1, Math.min(sixths, 4 - sixths)));
            colour[channel] = value * (1 - saturation * missing);
        }
        return colour;
    }
}
