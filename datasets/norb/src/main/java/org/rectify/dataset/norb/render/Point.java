package org.rectify.dataset.norb.render;

/** A place or a direction in space. */
record Point(double x, double y, double z) {

    Point plus(Point other) {
        return new Point(x + other.x, y + other.y, z + other.z);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y, z - other.z);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor, z * factor);
    }

    double dot(Point other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Point cross(Point other) {
        return new Point(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** The direction of length 1; of a point without direction, upwards. */
    Point unit() {
        double length = Math.sqrt(dot(this));
        return length == 0 ? new Point(0, 0, 1) : times(1 / length);
    }

    /** Writes the three coordinates to places of an array. */
    void write(float[] target, int offset) {
        target[offset] = (float) x;
        target[offset + 1] = (float) y;
        target[offset + 2] = (float) z;
    }
}
