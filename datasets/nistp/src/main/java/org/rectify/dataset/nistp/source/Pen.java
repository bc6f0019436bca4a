package org.rectify.dataset.nistp.source;

import java.util.Arrays;
import org.rectify.dataset.nistp.image.Canvas;

/** Draws lines of a width with round ends, smooth at their edges. */
final class Pen {

    private Pen() {}

    /**
     * Draws strokes in ink 1 on background 0.
     *
     * @param strokes in pixels; the middle of the upper left pixel is (0, 0)
     * @param width in pixels, at least 1
     * @param pixels overwritten
     */
    static void draw(PenStrokes strokes, double width, float[] pixels) {
        Arrays.fill(pixels, 0);
        float radius = (float) (width / 2);
        float[] points = strokes.points();
        int point = 0;
        for (int end : strokes.ends()) {
            int first = point;
            if (end - first == 1) {
                line(pixels, points, first, first, radius);
            }
            for (; point < end - 1; point++) {
                line(pixels, points, point, point + 1, radius);
            }
            point = end;
        }
    }

    private static void line(float[] pixels, float[] points, int from, int to, float radius) {
        float x0 = points[2 * from];
        float y0 = points[2 * from + 1];
        float dx = points[2 * to] - x0;
        float dy = points[2 * to + 1] - y0;
        float squaredLength = dx * dx + dy * dy;
        float perSquaredLength = squaredLength > 0 ? 1 / squaredLength : 0;
        float reach = radius + 0.5f;
        int left = Math.max(0, (int) Math.ceil(Math.min(x0, x0 + dx) - reach));
        int right = Math.min(Canvas.SIDE - 1, (int) Math.floor(Math.max(x0, x0 + dx) + reach));
        int top = Math.max(0, (int) Math.ceil(Math.min(y0, y0 + dy) - reach));
        int bottom = Math.min(Canvas.SIDE - 1, (int) Math.floor(Math.max(y0, y0 + dy) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float along = ((x - x0) * dx + (y - y0) * dy) * perSquaredLength;
                float nearest = Math.max(0, Math.min(1, along));
                float offX = x - x0 - nearest * dx;
                float offY = y - y0 - nearest * dy;
                float squared = offX * offX + offY * offY;
                if (squared < reach * reach) {
                    float ink = Math.min(1, reach - (float) Math.sqrt(squared));
                    int place = y * Canvas.SIDE + x;
                    pixels[place] = Math.max(pixels[place], ink);
                }
            }
        }
    }
}
