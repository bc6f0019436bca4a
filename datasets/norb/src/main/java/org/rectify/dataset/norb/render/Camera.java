package org.rectify.dataset.norb.render;

/**
 * One of the two cameras: both look at the same point from the same distance, a few degrees apart (item 59b).
 *
 * <p>A point is given by how far it lies to the right, up, and towards the place halfway between the cameras.
 */
enum Camera {
    LEFT(-2.5),
    RIGHT(2.5);

    /** Pixels of a side of a picture, as in NORB (item 51). */
    static final int SIDE = 108;

    /** Pixels of the radius of a ball of radius 1. */
    private static final double BALL = 47;

    private static final double DISTANCE = 6;
    private static final double FOCAL_LENGTH = BALL * DISTANCE;

    private final float cos;
    private final float sin;

    Camera(double degrees) {
        cos = (float) StrictMath.cos(StrictMath.toRadians(degrees));
        sin = (float) StrictMath.sin(StrictMath.toRadians(degrees));
    }

    /** How near a point is: the inverse of its distance along the line of sight. */
    float nearness(float right, float towards) {
        return 1 / ((float) DISTANCE - (towards * cos + right * sin));
    }

    /** The column of a point in pixels, from the left edge. */
    float column(float right, float towards, float nearness) {
        return SIDE / 2f + (float) FOCAL_LENGTH * (right * cos - towards * sin) * nearness;
    }

    /** The row of a point in pixels, from the upper edge. */
    float row(float up, float nearness) {
        return SIDE / 2f - (float) FOCAL_LENGTH * up * nearness;
    }

    /** By how many pixels to the right this camera sees the middle of a wall so far behind the point it looks at. */
    double shift(double behind) {
        return FOCAL_LENGTH * behind * sin / (DISTANCE + behind * cos);
    }
}
