package org.rectify.dataset.norb.render;

/** Wheels of cars and trucks: dark tyres with light hubs. */
final class Wheels {

    private static final double TYRE = .12;
    private static final double HUB = .75;

    private Wheels() {}

    /**
     * Adds both wheels of an axle that stand on the ground, z = 0.
     *
     * @param x where the axle is
     * @param track the whole width from outside to outside
     */
    static void axle(MeshBuilder builder, double x, double track, double radius, double width) {
        for (int side = -1; side <= 1; side += 2) {
            Point outside = new Point(x, side * track / 2, radius);
            Point inside = new Point(x, side * (track / 2 - width), radius);
            builder.paint(TYRE).limb(inside, radius, outside, radius);
            Point cap = new Point(x, side * (track / 2 + .006), radius);
            builder.paint(HUB).limb(outside, radius * .5, cap, radius * .5);
        }
    }
}
