package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.image.Canvas;

/** Images for the tests of distortions. */
final class Pictures {

    private Pictures() {}

    /** A ring with a stroke, well inside the image, grey at its edges. */
    static Canvas character() {
        Canvas canvas = new Canvas();
        for (int y = 0; y < Canvas.SIDE; y++) {
            for (int x = 0; x < Canvas.SIDE; x++) {
                double r = Math.hypot(x - 15.0, y - 16.0);
                double ring = Math.max(0, 1.5 - Math.abs(r - 8) / 2);
                double stroke = Math.max(0, 2 - Math.abs(x - y / 2.0 - 8) / 1.5);
                double ink = r < 11 ? Math.max(ring, y > 6 && y < 26 ? stroke : 0) : 0;
                canvas.pixels()[y * Canvas.SIDE + x] = (float) Math.min(0.9, ink);
            }
        }
        return canvas;
    }

    /** Independent values at every pixel. */
    static Canvas noise(int seed) {
        Canvas canvas = new Canvas();
        var random = new RandomStreams(seed).stream("noise");
        for (int i = 0; i < Canvas.PIXELS; i++) {
            canvas.pixels()[i] = random.nextFloat();
        }
        return canvas;
    }

    /** A pixel of a copy; 0 outside. */
    static double at(float[] pixels, int x, int y) {
        return x >= 0 && y >= 0 && x < Canvas.SIDE && y < Canvas.SIDE ? pixels[y * Canvas.SIDE + x] : 0;
    }

    static double meanChange(float[] before, float[] after) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs(before[i] - after[i]);
        }
        return sum / before.length;
    }
}
