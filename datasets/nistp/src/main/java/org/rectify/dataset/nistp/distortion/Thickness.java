package org.rectify.dataset.nistp.distortion;

import org.rectify.api.random.RandomStream;
import org.rectify.dataset.nistp.image.Canvas;

/** Erodes or dilates the ink, and stretches the result to the old maximum; ink that would vanish stays as it is. */
final class Thickness implements Distortion {

    private static final int EROSIONS = 5;
    private static final int DILATIONS = 9;

    @Override
    public void apply(Canvas canvas, double complexity, RandomStream random) {
        int erosions = (int) Math.ceil(EROSIONS * complexity);
        int dilations = (int) Math.ceil(DILATIONS * complexity);
        int choice = random.nextInt(erosions + dilations + 1);
        if (choice < erosions) {
            change(canvas, StructuringElement.ALL.get(choice), true);
        } else if (choice < erosions + dilations) {
            change(canvas, StructuringElement.ALL.get(choice - erosions), false);
        }
    }

    static void change(Canvas canvas, StructuringElement element, boolean erosion) {
        if (erosion) {
            element.erode(canvas, canvas.pixels(), canvas.spare());
        } else {
            element.dilate(canvas, canvas.pixels(), canvas.spare());
        }
        if (stretch(canvas.spare(), Canvas.maximum(canvas.pixels()))) {
            canvas.swap();
        }
    }

    /** Scales pixels to a maximum; false where all are background. */
    static boolean stretch(float[] pixels, float maximum) {
        float present = Canvas.maximum(pixels);
        if (present <= 0) {
            return false;
        }
        float factor = maximum / present;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= factor;
        }
        return true;
    }
}
