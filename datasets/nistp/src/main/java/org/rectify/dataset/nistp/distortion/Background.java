package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Lays the image on a piece of a texture, no darker than the ink's maximum less 1 - U c.
 *
 * <p>Photographs as the authors had are not at hand: textures are smooth noise of three scales, drawn once.
 */
final class Background implements Distortion {

    private static final int TEXTURES = 32;
    private static final int TEXTURE_SIDE = 2 * Canvas.SIDE;
    private static final int[] SCALES = {16, 8, 4};

    private final float[][] textures = new float[TEXTURES][];

    Background(RandomStreams streams) {
        for (int i = 0; i < TEXTURES; i++) {
            textures[i] = texture(streams.stream("background", i));
        }
    }

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        float[] texture = textures[random.nextInt(TEXTURES)];
        int x = random.nextInt(TEXTURE_SIDE - Canvas.SIDE + 1);
        int y = random.nextInt(TEXTURE_SIDE - Canvas.SIDE + 1);
        for (int row = 0; row < Canvas.SIDE; row++) {
            System.arraycopy(texture, (y + row) * TEXTURE_SIDE + x, canvas.spare(), row * Canvas.SIDE, Canvas.SIDE);
        }
        double darkest = Canvas.maximum(canvas.pixels()) - (1 - random.nextDouble() * complexity);
        if (darkest > 0 && Thickness.stretch(canvas.spare(), (float) darkest)) {
            Blending.keepLarger(canvas.pixels(), canvas.spare());
        }
    }

    /** Values from 0 to 1. */
    private static float[] texture(RandomStream random) {
        float[] texture = new float[TEXTURE_SIDE * TEXTURE_SIDE];
        float weight = 0;
        for (int scale : SCALES) {
            addNoise(texture, scale, random);
            weight += scale;
        }
        for (int i = 0; i < texture.length; i++) {
            texture[i] /= weight;
        }
        return texture;
    }

    /** Adds noise that is drawn every so many pixels and bilinear between, from 0 to {@code scale}. */
    private static void addNoise(float[] texture, int scale, RandomStream random) {
        int knots = TEXTURE_SIDE / scale + 1;
        float[] noise = new float[knots * knots];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() * scale;
        }
        for (int y = 0; y < TEXTURE_SIDE; y++) {
            for (int x = 0; x < TEXTURE_SIDE; x++) {
                int knot = y / scale * knots + x / scale;
                float right = x % scale / (float) scale;
                float low = y % scale / (float) scale;
                float upper = noise[knot] * (1 - right) + noise[knot + 1] * right;
                float lower = noise[knot + knots] * (1 - right) + noise[knot + knots + 1] * right;
                texture[y * TEXTURE_SIDE + x] += upper * (1 - low) + lower * low;
            }
        }
    }
}
