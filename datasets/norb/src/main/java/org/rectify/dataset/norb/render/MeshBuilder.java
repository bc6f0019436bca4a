package org.rectify.dataset.norb.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a toy together from simple solids, in any unit of length.
 *
 * <p>x points to where the toy looks, y to its left, z up. Every solid takes the grey of the latest {@link #paint}.
 */
final class MeshBuilder {

    private static final int AROUND = 10;
    private static final int ALONG = 6;

    private final List<Point> places = new ArrayList<>();
    private final List<Point> normals = new ArrayList<>();
    private final List<Double> greys = new ArrayList<>();
    private final List<Integer> corners = new ArrayList<>();
    private double grey = 0.8;

    /** The grey of the solids that follow, from 0 to 1. */
    MeshBuilder paint(double paint) {
        this.grey = paint;
        return this;
    }

    /** An ellipsoid; its long axis, first along x, is turned up by an angle in degrees. */
    MeshBuilder ellipsoid(
            Point centre, double lengthRadius, double widthRadius, double heightRadius, double degreesUp) {
        double cos = StrictMath.cos(StrictMath.toRadians(degreesUp));
        double sin = StrictMath.sin(StrictMath.toRadians(degreesUp));
        int first = places.size();
        for (int ring = 0; ring <= ALONG; ring++) {
            double latitude = Math.PI * ring / ALONG;
            for (int step = 0; step < AROUND; step++) {
                double longitude = 2 * Math.PI * step / AROUND;
                double across = StrictMath.sin(latitude);
                double x = across * StrictMath.cos(longitude);
                double y = across * StrictMath.sin(longitude);
                double z = StrictMath.cos(latitude);
                Point place = turned(x * lengthRadius, y * widthRadius, z * heightRadius, cos, sin);
                Point normal = turned(x / lengthRadius, y / widthRadius, z / heightRadius, cos, sin);
                vertex(centre.plus(place), normal.unit());
            }
        }
        for (int ring = 0; ring < ALONG; ring++) {
            bridge(first + ring * AROUND, first + (ring + 1) * AROUND);
        }
        return this;
    }

    /** An upright or level ellipsoid. */
    MeshBuilder ellipsoid(Point centre, double lengthRadius, double widthRadius, double heightRadius) {
        return ellipsoid(centre, lengthRadius, widthRadius, heightRadius, 0);
    }

    private static Point turned(double x, double y, double z, double cos, double sin) {
        return new Point(x * cos - z * sin, y, x * sin + z * cos);
    }

    /** A tapered cylinder with flat ends between two points. */
    MeshBuilder limb(Point from, double fromRadius, Point to, double toRadius) {
        Point axis = to.minus(from).unit();
        Point helper = Math.abs(axis.z()) < 0.9 ? new Point(0, 0, 1) : new Point(1, 0, 0);
        Point right = axis.cross(helper).unit();
        Point up = axis.cross(right);
        List<Point> near = new ArrayList<>();
        List<Point> far = new ArrayList<>();
        int first = places.size();
        for (int end = 0; end < 2; end++) {
            Point centre = end == 0 ? to : from;
            double radius = end == 0 ? toRadius : fromRadius;
            for (int step = 0; step < AROUND; step++) {
                double angle = 2 * Math.PI * step / AROUND;
                Point outward = right.times(StrictMath.cos(angle)).plus(up.times(StrictMath.sin(angle)));
                Point place = centre.plus(outward.times(radius));
                vertex(place, outward);
                (end == 0 ? far : near).add(place);
            }
        }
        bridge(first, first + AROUND);
        Point middle = from.plus(to).times(0.5);
        face(middle, near);
        face(middle, far);
        return this;
    }

    /** A box of a middle and three extents. */
    MeshBuilder box(Point centre, double length, double width, double height) {
        return block(
                rectangle(centre.plus(new Point(0, 0, -height / 2)), length, width),
                rectangle(centre.plus(new Point(0, 0, height / 2)), length, width));
    }

    private static List<Point> rectangle(Point centre, double length, double width) {
        return List.of(
                centre.plus(new Point(-length / 2, -width / 2, 0)),
                centre.plus(new Point(length / 2, -width / 2, 0)),
                centre.plus(new Point(length / 2, width / 2, 0)),
                centre.plus(new Point(-length / 2, width / 2, 0)));
    }

    /** A convex solid between two polygons of as many corners, each corner joined to that of the other polygon. */
    MeshBuilder block(List<Point> one, List<Point> other) {
        Point inside = middle(one).plus(middle(other)).times(0.5);
        face(inside, one);
        face(inside, other);
        for (int corner = 0; corner < one.size(); corner++) {
            int next = (corner + 1) % one.size();
            face(inside, List.of(one.get(corner), one.get(next), other.get(next), other.get(corner)));
        }
        return this;
    }

    /**
     * A convex outline, seen from the side, given the same width everywhere but for a taper.
     *
     * @param outline x and z of its corners, in order
     * @param lowerWidth,upperWidth the whole width at the lowest and at the highest corner
     */
    MeshBuilder profile(double[][] outline, double lowerWidth, double upperWidth) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] corner : outline) {
            lowest = Math.min(lowest, corner[1]);
            highest = Math.max(highest, corner[1]);
        }
        List<Point> left = new ArrayList<>();
        List<Point> right = new ArrayList<>();
        for (double[] corner : outline) {
            double share = (corner[1] - lowest) / (highest - lowest);
            double half = (lowerWidth + (upperWidth - lowerWidth) * share) / 2;
            left.add(new Point(corner[0], half, corner[1]));
            right.add(new Point(corner[0], -half, corner[1]));
        }
        return block(left, right);
    }

    /**
     * A flat wing or fin of some thickness between a root and a tip.
     *
     * @param rootFront,tipFront the leading ends
     * @param rootChord,tipChord how far the wing reaches backwards from there
     * @param thickness along {@code across}
     */
    MeshBuilder wing(
            Point rootFront, double rootChord, Point tipFront, double tipChord, double thickness, Point across) {
        Point half = across.times(thickness / 2);
        Point rootBack = rootFront.minus(new Point(rootChord, 0, 0));
        Point tipBack = tipFront.minus(new Point(tipChord, 0, 0));
        List<Point> outline = List.of(rootFront, tipFront, tipBack, rootBack);
        return block(
                outline.stream().map(corner -> corner.plus(half)).toList(),
                outline.stream().map(corner -> corner.minus(half)).toList());
    }

    /** The mesh of all solids, fitted to the unit ball. */
    Mesh build() {
        float[] flatPlaces = new float[3 * places.size()];
        float[] flatNormals = new float[3 * places.size()];
        float[] flatGreys = new float[places.size()];
        for (int vertex = 0; vertex < places.size(); vertex++) {
            places.get(vertex).write(flatPlaces, 3 * vertex);
            normals.get(vertex).write(flatNormals, 3 * vertex);
            flatGreys[vertex] = greys.get(vertex).floatValue();
        }
        int[] flatCorners = corners.stream().mapToInt(Integer::intValue).toArray();
        return new Mesh(flatPlaces, flatNormals, flatGreys, flatCorners, true).fittedToUnitBall();
    }

    private void vertex(Point place, Point normal) {
        places.add(place);
        normals.add(normal);
        greys.add(grey);
    }

    /** Triangles between two rings of vertices, the one at the end of the axis first. */
    private void bridge(int far, int near) {
        for (int step = 0; step < AROUND; step++) {
            int next = (step + 1) % AROUND;
            triangle(far + step, near + step, near + next);
            triangle(far + step, near + next, far + next);
        }
    }

    private void triangle(int a, int b, int c) {
        corners.add(a);
        corners.add(b);
        corners.add(c);
    }

    /** A flat convex polygon, turned so that it faces away from a point inside. */
    private void face(Point inside, List<Point> polygon) {
        Point normal = new Point(0, 0, 0);
        for (int corner = 0; corner < polygon.size(); corner++) {
            normal = normal.plus(polygon.get(corner).cross(polygon.get((corner + 1) % polygon.size())));
        }
        boolean inward = normal.dot(middle(polygon).minus(inside)) < 0;
        Point outward = normal.times(inward ? -1 : 1).unit();
        int first = places.size();
        polygon.forEach(corner -> vertex(corner, outward));
        for (int corner = 1; corner < polygon.size() - 1; corner++) {
            triangle(first, first + corner + (inward ? 1 : 0), first + corner + (inward ? 0 : 1));
        }
    }

    private static Point middle(List<Point> polygon) {
        Point sum = new Point(0, 0, 0);
        for (Point corner : polygon) {
            sum = sum.plus(corner);
        }
        return sum.times(1.0 / polygon.size());
    }
}
