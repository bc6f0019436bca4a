package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Sets a fifth of the pixels, times the complexity, to uniform values; a pixel may be set twice. */
final class PepperedPixels implements Distortion {

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int count = (int) (Canvas.PIXELS * complexity / 5);
        for (int i = 0; i < count; i++) {
            canvas.pixels()[random.nextInt(Canvas.PIXELS)] = random.nextFloat();
        }
    }
}
