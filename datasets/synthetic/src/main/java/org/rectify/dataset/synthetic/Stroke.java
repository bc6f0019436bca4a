package org.rectify.dataset.synthetic;

/**
 * A line of the pen through points, in a box of width and height 1 whose origin is its upper left corner.
 *
 * @param points x and y of each point in turn, at least two points
 */
@SuppressWarnings("ArrayRecordComponent")
record Stroke(double... points) {

    private static final int STEPS = 6;

    /** Number of points. */
    int size() {
        return points.length / 2;
    }

    double x(int point) {
        return points[2 * point];
    }

    double y(int point) {
        return points[2 * point + 1];
    }

    /** A finer stroke along the Catmull-Rom curve through these points; two points stay a straight line. */
    Stroke smooth() {
        int pieces = size() - 1;
        double[] finer = new double[2 * (pieces * STEPS + 1)];
        for (int piece = 0; piece < pieces; piece++) {
            int before = Math.max(piece - 1, 0);
            int after = Math.min(piece + 2, pieces);
            for (int step = 0; step < STEPS; step++) {
                double t = step / (double) STEPS;
                int target = 2 * (piece * STEPS + step);
                finer[target] = between(x(before), x(piece), x(piece + 1), x(after), t);
                finer[target + 1] = between(y(before), y(piece), y(piece + 1), y(after), t);
            }
        }
        finer[finer.length - 2] = x(pieces);
        finer[finer.length - 1] = y(pieces);
        return new Stroke(finer);
    }

    private static double between(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
