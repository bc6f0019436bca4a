package org.rectify.dataset.norb.render;

/**
 * The surface of a toy: triangles over vertices, each with a place, a normal and a grey.
 *
 * <p>x points to where the toy looks, y to its left, z up. The arrays are shared, not copied.
 */
final class Mesh {

    private final float[] places;
    private final float[] normals;
    private final float[] greys;
    private final int[] corners;
    private final boolean closed;

    /**
     * @param places,normals three numbers for each vertex; normals have length 1
     * @param greys how much light each vertex reflects, from 0 to 1
     * @param corners three vertices for each triangle, counter-clockwise as seen from outside
     * @param closed whether triangles are seen from outside only, so that those turned away need not be drawn
     */
    Mesh(float[] places, float[] normals, float[] greys, int[] corners, boolean closed) {
        this.places = places;
        this.normals = normals;
        this.greys = greys;
        this.corners = corners;
        this.closed = closed;
    }

    int vertices() {
        return greys.length;
    }

    int triangles() {
        return corners.length / 3;
    }

    /** A coordinate of a vertex: axis 0 is x, 1 is y, 2 is z. */
    float place(int vertex, int axis) {
        return places[3 * vertex + axis];
    }

    /** A coordinate of a vertex' normal. */
    float normal(int vertex, int axis) {
        return normals[3 * vertex + axis];
    }

    float grey(int vertex) {
        return greys[vertex];
    }

    /** The vertex at a corner, 0 to 2, of a triangle. */
    int corner(int triangle, int corner) {
        return corners[3 * triangle + corner];
    }

    boolean closed() {
        return closed;
    }

    /** The same toy with the middle of its bounding box at the origin, and its farthest vertex at distance 1 from there. */
    Mesh fittedToUnitBall() {
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            middle[axis] = middle(axis);
        }
        double farthest = 0;
        for (int vertex = 0; vertex < vertices(); vertex++) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                double away = place(vertex, axis) - middle[axis];
                square += away * away;
            }
            farthest = Math.max(farthest, square);
        }
        double scale = farthest == 0 ? 1 : 1 / Math.sqrt(farthest);
        float[] fitted = new float[places.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = (float) ((places[i] - middle[i % 3]) * scale);
        }
        return new Mesh(fitted, normals, greys, corners, closed);
    }

    private double middle(int axis) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int vertex = 0; vertex < vertices(); vertex++) {
            lowest = Math.min(lowest, place(vertex, axis));
            highest = Math.max(highest, place(vertex, axis));
        }
        return (lowest + highest) / 2;
    }
}
