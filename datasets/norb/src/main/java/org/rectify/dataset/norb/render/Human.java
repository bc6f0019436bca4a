package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * A human figure as toy makers cast them: stout, with a large head; lengths in units of its height without hat.
 *
 * @param shoulders half their breadth
 * @param girth the radius of the waist
 * @param stride how far each foot is before or behind the body
 * @param left,right how the arms are held
 * @param hat what the head wears
 * @param skirt whether a skirt covers the legs down to the knees
 * @param grey of the clothes above the waist
 * @param trousers grey of the clothes below
 */
record Human(
        double shoulders,
        double girth,
        double stride,
        Arm left,
        Arm right,
        Hat hat,
        boolean skirt,
        double grey,
        double trousers) {

    /**
     * How an arm is held.
     *
     * @param outDegrees from hanging, 0, to the side, 90, and up, 180
     * @param forwardDegrees from the side, 0, to the front, 90
     * @param bendDegrees how far the forearm turns up from the upper arm
     */
    record Arm(double outDegrees, double forwardDegrees, double bendDegrees) {}

    /** What a head wears. */
    enum Hat {
        NONE,
        BRIM,
        HELMET,
        TALL
    }

    private static final Arm HANGING = new Arm(22, 0, 10);
    private static final Arm AKIMBO = new Arm(50, -10, -110);
    private static final Arm WAVING = new Arm(120, 0, 50);
    private static final Arm STRETCHED = new Arm(88, 0, 5);
    private static final Arm FORWARD = new Arm(75, 80, 8);
    private static final Arm MARCHING = new Arm(40, 75, 30);

    /** Ten figures. */
    static final List<Human> ALL = List.of(
            new Human(.145, .095, .00, STRETCHED, STRETCHED, Hat.NONE, false, .85, .45),
            new Human(.150, .100, .10, WAVING, HANGING, Hat.BRIM, false, .60, .75),
            new Human(.135, .085, .00, AKIMBO, AKIMBO, Hat.NONE, true, .80, .60),
            new Human(.160, .115, .08, FORWARD, FORWARD, Hat.HELMET, false, .55, .55),
            new Human(.150, .095, .12, MARCHING, HANGING, Hat.HELMET, false, .75, .50),
            new Human(.140, .090, .06, WAVING, WAVING, Hat.TALL, false, .65, .85),
            new Human(.145, .095, .00, WAVING, AKIMBO, Hat.NONE, false, .88, .55),
            new Human(.135, .090, .00, STRETCHED, WAVING, Hat.BRIM, true, .55, .80),
            new Human(.160, .120, .05, HANGING, FORWARD, Hat.TALL, false, .70, .40),
            new Human(.145, .090, .13, STRETCHED, MARCHING, Hat.NONE, false, .80, .80));

    private static final double SKIN = .92;
    private static final double HIP = .46;
    private static final double SHOULDER = .76;
    private static final double HEAD = .885;

    /** The figure's surface. */
    Mesh mesh() {
        MeshBuilder builder = new MeshBuilder();
        legs(builder);
        torso(builder);
        arm(builder, left, 1);
        arm(builder, right, -1);
        head(builder);
        return builder.build();
    }

    private void legs(MeshBuilder builder) {
        builder.paint(trousers);
        for (int side = -1; side <= 1; side += 2) {
            Point hip = new Point(0, side * girth * .62, HIP + .02);
            Point knee = new Point(side * stride * .6 + .015, side * girth * .80, .25);
            Point ankle = new Point(side * stride, side * girth * .90, .05);
            builder.limb(hip, .088, knee, .068).limb(knee, .068, ankle, .056);
            builder.paint(.25)
                    .ellipsoid(ankle.plus(new Point(.035, 0, -.015)), .092, .055, .042)
                    .paint(trousers);
        }
        builder.ellipsoid(new Point(0, 0, HIP + .02), girth * .95, girth * 1.25, .075);
        if (skirt) {
            builder.limb(new Point(0, 0, .26), girth + .10, new Point(0, 0, HIP + .06), girth);
        }
    }

    private void torso(MeshBuilder builder) {
        builder.paint(grey);
        List<Point> waist = oval(HIP + .03, girth * .85, girth * 1.15);
        List<Point> chest = oval(SHOULDER - .06, girth * 1.05, shoulders * .98);
        List<Point> neck = oval(SHOULDER + .05, .05, .06);
        builder.block(waist, chest).block(chest, neck);
        for (int side = -1; side <= 1; side += 2) {
            builder.ellipsoid(new Point(0, side * shoulders, SHOULDER - .03), .062, .062, .062);
        }
    }

    private static List<Point> oval(double height, double depth, double breadth) {
        Point[] corners = new Point[8];
        for (int corner = 0; corner < corners.length; corner++) {
            double angle = Math.PI * (corner + .5) / 4;
            corners[corner] = new Point(depth * StrictMath.cos(angle), breadth * StrictMath.sin(angle), height);
        }
        return List.of(corners);
    }

    private void arm(MeshBuilder builder, Arm arm, int side) {
        Point shoulder = new Point(0, side * shoulders, SHOULDER - .03);
        Point elbow = shoulder.plus(
                direction(arm.outDegrees(), arm.forwardDegrees(), side).times(.17));
        Point hand = elbow.plus(direction(arm.outDegrees() + arm.bendDegrees(), arm.forwardDegrees(), side)
                .times(.16));
        builder.paint(grey).limb(shoulder, .062, elbow, .054).limb(elbow, .054, hand, .046);
        builder.paint(SKIN).ellipsoid(hand, .055, .055, .055);
    }

    private static Point direction(double outDegrees, double forwardDegrees, int side) {
        double out = StrictMath.toRadians(outDegrees);
        double forward = StrictMath.toRadians(forwardDegrees);
        double level = StrictMath.sin(out);
        return new Point(level * StrictMath.sin(forward), side * level * StrictMath.cos(forward), -StrictMath.cos(out));
    }

    private void head(MeshBuilder builder) {
        Point centre = new Point(0, 0, HEAD);
        builder.paint(SKIN).limb(new Point(0, 0, SHOULDER), .05, centre, .05);
        builder.ellipsoid(centre, .100, .092, .112);
        builder.paint(.3);
        switch (hat) {
            case NONE -> builder.ellipsoid(centre.plus(new Point(-.020, 0, .028)), .100, .098, .102);
            case BRIM ->
                builder.limb(new Point(0, 0, .93), .165, new Point(0, 0, .945), .155)
                        .limb(new Point(0, 0, .94), .095, new Point(0, 0, 1.03), .080);
            case HELMET -> builder.paint(grey * .8).ellipsoid(centre.plus(new Point(-.005, 0, .045)), .122, .118, .095);
            case TALL -> builder.limb(new Point(0, 0, .93), .100, new Point(0, 0, 1.09), .105);
        }
    }
}
