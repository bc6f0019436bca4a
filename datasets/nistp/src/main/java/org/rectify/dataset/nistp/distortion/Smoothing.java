package org.rectify.dataset.nistp.distortion;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Blends the image with its Gaussian-filtered self around a few centres: (image + mask filtered) / (1 + mask).
 *
 * <p>The mask is the sum over the centres of a window of the kernel's size that falls from 1 with the fifth power of the
 * distance to its edge. The filtered image is stretched to the old maximum.
 */
final class Smoothing implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int size = 12 + (int) Math.floor(20 * complexity * random.nextDouble());
        double sigma = 2 + 6 * complexity * random.nextDouble();
        int centres = 3 + (int) Math.floor(10 * complexity * random.nextDouble());
        float[] filtered = canvas.spare();
        float[] mask = canvas.other();
        double scale = Math.sqrt(2) * sigma;
        filterRows(canvas.pixels(), mask, size, scale);
        filterRows(mask, filtered, size, scale);
        if (!Thickness.stretch(filtered, Canvas.maximum(canvas.pixels()))) {
            return;
        }
        Arrays.fill(mask, 0);
        for (int i = 0; i < centres; i++) {
            addWindow(mask, size, random.nextInt(Canvas.SIDE), random.nextInt(Canvas.SIDE));
        }
        float[] pixels = canvas.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] + mask[i] * filtered[i]) / (1 + mask[i]);
        }
    }

    /** Convolves rows with exp(-(r / scale)^2) over a window, background outside, and transposes. */
    private static void filterRows(float[] from, float[] to, int size, double scale) {
        Arrays.fill(to, 0);
        for (int i = 0; i < size; i++) {
            double r = i - (size - 1) / 2.0;
            float weight = (float) StrictMath.exp(-r * r / (scale * scale));
            int shift = i - size / 2;
            for (int row = 0; row < Canvas.SIDE; row++) {
                for (int column = Math.max(0, -shift); column < Math.min(Canvas.SIDE, Canvas.SIDE - shift); column++) {
                    to[column * Canvas.SIDE + row] += weight * from[row * Canvas.SIDE + column + shift];
                }
            }
        }
    }

    private static void addWindow(float[] mask, int size, int x, int y) {
        double radius = size / 2.0;
        for (int row = 0; row < Canvas.SIDE; row++) {
            for (int column = 0; column < Canvas.SIDE; column++) {
                double r = Math.sqrt((row - y) * (row - y) + (column - x) * (column - x)) / radius;
                if (r < 1) {
                    double near = 1 - r;
                    mask[row * Canvas.SIDE + column] += (float) (near * near * near * near * near);
                }
            }
        }
    }
}
