package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Replaces each pixel by the mean of so many pixels from it on along a direction; those outside do not count. */
final class MotionBlur implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int length = (int) Math.abs(Math.round(3 * complexity * random.nextGaussian()));
        double angle = Math.toRadians(random.nextDouble(0, 360));
        if (length > 1) {
            blur(canvas, Math.min(length, Canvas.SIDE), angle);
        }
    }

    static void blur(Canvas canvas, int length, double angle) {
        double right = StrictMath.cos(angle);
        double down = StrictMath.sin(angle);
        for (int y = 0; y < Canvas.SIDE; y++) {
            for (int x = 0; x < Canvas.SIDE; x++) {
                canvas.spare()[y * Canvas.SIDE + x] = mean(canvas.pixels(), x, y, length, right, down);
            }
        }
        canvas.swap();
    }

    private static float mean(float[] pixels, int x, int y, int length, double right, double down) {
        float sum = 0;
        int count = 0;
        for (int i = 0; i < length; i++) {
            int column = (int) Math.floor(x + i * right + 0.5);
            int row = (int) Math.floor(y + i * down + 0.5);
            if ((column | row) >= 0 && column < Canvas.SIDE && row < Canvas.SIDE) {
                sum += pixels[row * Canvas.SIDE + column];
                count++;
            }
        }
        return sum / count;
    }
}
