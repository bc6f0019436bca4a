package org.rectify.dataset.synthetic;

import org.rectify.api.random.RandomStream;

/** A smooth random field over the plane: random numbers on a grid, and cubic blends between them; it repeats itself. */
final class Clouds {

    private static final int CELLS = 8;

    private final double[] knots = new double[CELLS * CELLS];
    private final double cell;

    /**
     * @param cell distance of the grid's lines in pixels
     */
    Clouds(RandomStream random, double cell) {
        this.cell = cell;
        for (int knot = 0; knot < knots.length; knot++) {
            knots[knot] = random.nextDouble();
        }
    }

    /** The value at a place, in [0, 1]. */
    double at(double x, double y) {
        double column = Math.floor(x / cell);
        double row = Math.floor(y / cell);
        double right = Waves.smooth(x / cell - column);
        double down = Waves.smooth(y / cell - row);
        double upper = knot(column, row) + right * (knot(column + 1, row) - knot(column, row));
        double lower = knot(column, row + 1) + right * (knot(column + 1, row + 1) - knot(column, row + 1));
        return upper + down * (lower - upper);
    }

    private double knot(double column, double row) {
        return knots[Math.floorMod((int) row, CELLS) * CELLS + Math.floorMod((int) column, CELLS)];
    }
}
