package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Turns ink and background round half of the time, and narrows the values around one half. */
final class Contrast implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        boolean inverted = random.nextBoolean();
        double contrast = (256 - random.nextInt((int) Math.floor(218 * complexity) + 1)) / 256.0;
        float slope = (float) (inverted ? -contrast : contrast);
        float[] pixels = canvas.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0.5f + slope * (pixels[i] - 0.5f);
        }
    }
}
