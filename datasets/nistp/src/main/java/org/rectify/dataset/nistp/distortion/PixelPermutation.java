package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Swaps pixels with a neighbour: a quarter of them each with the left, the right, the upper and the lower one. */
final class PixelPermutation implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int each = (int) Math.floor(256 * complexity / 3);
        swap(canvas.pixels(), each, -1, 0, random);
        swap(canvas.pixels(), each, 1, 0, random);
        swap(canvas.pixels(), each, 0, -1, random);
        swap(canvas.pixels(), each, 0, 1, random);
    }

    private static void swap(float[] pixels, int count, int right, int down, RandomStream random) {
        for (int i = 0; i < count; i++) {
            int x = Math.max(0, -right) + random.nextInt(Canvas.SIDE - Math.abs(right));
            int y = Math.max(0, -down) + random.nextInt(Canvas.SIDE - Math.abs(down));
            int place = y * Canvas.SIDE + x;
            int neighbour = (y + down) * Canvas.SIDE + x + right;
            float swapped = pixels[place];
            pixels[place] = pixels[neighbour];
            pixels[neighbour] = swapped;
        }
    }
}
