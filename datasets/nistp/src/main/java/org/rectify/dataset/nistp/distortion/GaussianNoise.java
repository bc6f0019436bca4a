package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Adds normal noise of a standard deviation of a tenth of the complexity to each pixel, and cuts to [0, 1]. */
final class GaussianNoise implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        float[] pixels = canvas.pixels();
        for (int i = 0; i < pixels.length; i++) {
            double noisy = pixels[i] + complexity / 10 * random.nextGaussian();
            pixels[i] = (float) Math.max(0, Math.min(1, noisy));
        }
    }
}
