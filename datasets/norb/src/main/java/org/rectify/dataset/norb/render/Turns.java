package org.rectify.dataset.norb.render;

/** Turns from a toy's own axes to those of the cameras: right, up, towards them. */
final class Turns {

    private Turns() {}

    /** The 3 x 3 matrix, row by row, that turns a toy's axes into the cameras'. */
    static double[] of(Pose pose, double elevationDegrees) {
        double azimuth = StrictMath.toRadians(pose.azimuthDegrees());
        double roll = StrictMath.toRadians(pose.rollDegrees());
        double cos = StrictMath.cos(azimuth);
        double sin = StrictMath.sin(azimuth);
        Point forward = rolled(fromLevel(new Point(cos, sin, 0), elevationDegrees), roll);
        Point left = rolled(fromLevel(new Point(-sin, cos, 0), elevationDegrees), roll);
        Point top = rolled(fromLevel(new Point(0, 0, 1), elevationDegrees), roll);
        return new double[] {
            forward.x(), left.x(), top.x(), forward.y(), left.y(), top.y(), forward.z(), left.z(), top.z()
        };
    }

    /** A direction given as right, away, up from the ground, as cameras see it that look down at an angle. */
    static Point fromLevel(Point level, double elevationDegrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(elevationDegrees));
        double sin = StrictMath.sin(StrictMath.toRadians(elevationDegrees));
        return new Point(level.x(), level.y() * sin + level.z() * cos, level.z() * sin - level.y() * cos);
    }

    private static Point rolled(Point point, double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Point(point.x() * cos - point.y() * sin, point.x() * sin + point.y() * cos, point.z());
    }
}
