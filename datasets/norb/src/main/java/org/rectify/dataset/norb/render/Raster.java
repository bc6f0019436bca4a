package org.rectify.dataset.norb.render;

import java.util.Arrays;

/** A picture of 108 x 108 greys that triangles are drawn into, the nearest surface winning. */
final class Raster {

    private static final int SIDE = Camera.SIDE;

    /** A little less than 0, so that rounding leaves no cracks between neighbours. */
    private static final float INSIDE = -1e-5f;

    private final float[] greys = new float[SIDE * SIDE];
    private final float[] nearness = new float[SIDE * SIDE];

    /** The greys, row by row, 0 black and 255 white; they may lie outside that range. */
    float[] greys() {
        return greys;
    }

    /** Forgets all surfaces; the greys remain. */
    void forgetSurfaces() {
        Arrays.fill(nearness, 0);
    }

    /**
     * Draws a triangle between three corners; grey and nearness change evenly between them.
     *
     * @param corners for each corner: column and row in pixels, nearness, grey
     */
    void triangle(
            float x0,
            float y0,
            float n0,
            float g0,
            float x1,
            float y1,
            float n1,
            float g1,
            float x2,
            float y2,
            float n2,
            float g2) {
        float area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
        int left = Math.max(0, first(Math.min(x0, Math.min(x1, x2))));
        int right = Math.min(SIDE - 1, first(Math.max(x0, Math.max(x1, x2))) - 1);
        int top = Math.max(0, first(Math.min(y0, Math.min(y1, y2))));
        int bottom = Math.min(SIDE - 1, first(Math.max(y0, Math.max(y1, y2))) - 1);
        if (area == 0 || left > right) {
            return;
        }
        float inverse = 1 / area;
        float ax = (y1 - y2) * inverse;
        float ay = (x2 - x1) * inverse;
        float bx = (y2 - y0) * inverse;
        float by = (x0 - x2) * inverse;
        for (int y = top; y <= bottom; y++) {
            float a = (left + .5f - x2) * ax + (y + .5f - y2) * ay;
            float b = (left + .5f - x2) * bx + (y + .5f - y2) * by;
            int at = y * SIDE + left;
            for (int x = left; x <= right; x++, at++, a += ax, b += bx) {
                float c = 1 - a - b;
                if (a >= INSIDE && b >= INSIDE && c >= INSIDE) {
                    float near = a * n0 + b * n1 + c * n2;
                    if (near > nearness[at]) {
                        nearness[at] = near;
                        greys[at] = a * g0 + b * g1 + c * g2;
                    }
                }
            }
        }
    }

    /** The first pixel whose middle lies at or behind a coordinate. */
    private static int first(float coordinate) {
        return (int) Math.ceil(coordinate - .5f);
    }
}
