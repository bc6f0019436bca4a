package org.rectify.dataset.synthetic;

/** A picture of 28 x 28 pixels, from 0 for the ground to 1 for ink. */
final class InkDrawing {

    static final int SIDE = 28;
    static final int PIXELS = SIDE * SIDE;

    private final double[] ink = new double[PIXELS];

    /**
     * Draws a straight line with a round pen; ink does not add up where lines meet.
     *
     * @param x0,y0,x1,y1 its ends in pixels; the centre of the upper left pixel is (0, 0)
     * @param radius of the pen in pixels
     * @param darkness of the ink, from 0 to 1
     */
    void line(double x0, double y0, double x1, double y1, double radius, double darkness) {
        double reach = radius + 0.5;
        int top = pixel(Math.min(y0, y1) - reach);
        int bottom = pixel(Math.max(y0, y1) + reach);
        int left = pixel(Math.min(x0, x1) - reach);
        int right = pixel(Math.max(x0, x1) + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double covered = reach - distance(x, y, x0, y0, x1, y1);
                if (covered > 0) {
                    int at = y * SIDE + x;
                    ink[at] = Math.max(ink[at], darkness * Math.min(covered, 1));
                }
            }
        }
    }

    private static int pixel(double coordinate) {
        return (int) Math.max(0, Math.min(SIDE - 1, Math.rint(coordinate)));
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length;
        double nearest = Math.max(0, Math.min(1, along));
        double awayX = x - x0 - nearest * dx;
        double awayY = y - y0 - nearest * dy;
        return Math.sqrt(awayX * awayX + awayY * awayY);
    }

    double ink(int pixel) {
        return ink[pixel];
    }

    /** Sets the ink of a pixel; values outside 0 to 1 become the nearer of both. */
    void ink(int pixel, double darkness) {
        ink[pixel] = Math.max(0, Math.min(1, darkness));
    }

    /** Writes all pixels in row order as unsigned bytes, 255 for full ink. */
    void copyTo(byte[] target, int offset) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            target[offset + pixel] = (byte) Math.rint(255 * ink[pixel]);
        }
    }
}
