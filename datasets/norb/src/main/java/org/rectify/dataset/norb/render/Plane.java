package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * An airplane; lengths in units of the fuselage's length.
 *
 * @param radius of the fuselage
 * @param span from wing tip to wing tip
 * @param rootChord,tipChord depth of the wing where it begins and ends
 * @param sweep how far the tip lies behind the root
 * @param wingAt the leading end of the wing's root, from the middle
 * @param wingHeight in units of the radius, from the fuselage's axis
 * @param wings one above the other
 * @param tailSpan of the tail plane
 * @param fin height of the fin
 * @param engines what drives it
 * @param grey of fuselage and wings
 */
record Plane(
        double radius,
        double span,
        double rootChord,
        double tipChord,
        double sweep,
        double wingAt,
        double wingHeight,
        int wings,
        double tailSpan,
        double fin,
        Engines engines,
        double grey) {

    /** What drives an airplane. */
    enum Engines {
        JET_INSIDE,
        TWO_UNDER_WINGS,
        FOUR_UNDER_WINGS,
        TWO_AT_TAIL,
        PROPELLER,
        TWO_PROPELLERS
    }

    /** Airliner, delta, sports plane, biplane, jumbo, bomber, fighter, low-wing propeller, business jet, transporter. */
    static final List<Plane> ALL = List.of(
            new Plane(.060, .95, .20, .07, .22, .12, -.5, 1, .36, .15, Engines.TWO_UNDER_WINGS, .90),
            new Plane(.055, .62, .48, .06, .40, .14, -.2, 1, .10, .15, Engines.JET_INSIDE, .65),
            new Plane(.070, 1.15, .19, .15, .02, .17, .9, 1, .40, .15, Engines.PROPELLER, .85),
            new Plane(.070, .98, .19, .17, .00, .22, -.8, 2, .38, .15, Engines.PROPELLER, .70),
            new Plane(.068, 1.02, .24, .07, .28, .18, -.5, 1, .40, .17, Engines.FOUR_UNDER_WINGS, .82),
            new Plane(.062, 1.12, .20, .11, .05, .16, .2, 1, .42, .16, Engines.TWO_PROPELLERS, .60),
            new Plane(.058, .74, .30, .10, .26, .12, .1, 1, .36, .16, Engines.JET_INSIDE, .72),
            new Plane(.075, 1.04, .22, .14, .05, .20, -.6, 1, .40, .15, Engines.PROPELLER, .92),
            new Plane(.055, .86, .19, .08, .14, .05, -.6, 1, .36, .17, Engines.TWO_AT_TAIL, .88),
            new Plane(.080, 1.10, .20, .13, .06, .18, .9, 1, .42, .18, Engines.TWO_PROPELLERS, .66));

    private static final Point UP = new Point(0, 0, 1);
    private static final Point ASIDE = new Point(0, 1, 0);

    /** The airplane's surface. */
    Mesh mesh() {
        MeshBuilder builder = new MeshBuilder().paint(grey);
        fuselage(builder);
        for (int wing = 0; wing < wings; wing++) {
            wing(builder, wingHeight * radius + wing * radius * 2.6);
        }
        tail(builder);
        engines(builder);
        return builder.build();
    }

    private void fuselage(MeshBuilder builder) {
        builder.ellipsoid(new Point(.28, 0, 0), .22, radius, radius);
        builder.limb(new Point(-.16, 0, .01), radius * .92, new Point(.30, 0, 0), radius);
        builder.limb(new Point(-.50, 0, radius * .5), radius * .30, new Point(-.16, 0, .01), radius * .92);
        builder.paint(.18)
                .ellipsoid(new Point(.30, 0, radius * .62), .095, radius * .62, radius * .60)
                .paint(grey);
    }

    private void wing(MeshBuilder builder, double height) {
        for (int side = -1; side <= 1; side += 2) {
            Point root = new Point(wingAt, 0, height);
            Point tip = new Point(wingAt - sweep, side * span / 2, height + .03);
            builder.wing(root, rootChord, tip, tipChord, .026, UP);
            if (wings > 1 && height < radius) {
                Point strut = new Point(wingAt - rootChord / 2, side * span * .33, height);
                builder.limb(strut, .014, strut.plus(new Point(0, 0, radius * 2.6)), .014);
            }
        }
    }

    private void tail(MeshBuilder builder) {
        double height = engines == Engines.TWO_AT_TAIL ? fin : radius * .5;
        double lean = Math.min(sweep, .12);
        builder.paint(grey * .85);
        for (int side = -1; side <= 1; side += 2) {
            Point root = new Point(-.36 - (height > radius ? lean : 0), 0, height);
            builder.wing(root, .13, root.plus(new Point(-lean, side * tailSpan / 2, .01)), .08, .024, UP);
        }
        Point front = new Point(-.32, 0, radius * .3);
        builder.wing(front, .18, front.plus(new Point(-.05 - lean, 0, fin)), .10, .026, ASIDE);
        builder.paint(grey);
    }

    private void engines(MeshBuilder builder) {
        switch (engines) {
            case JET_INSIDE -> {
                builder.paint(.2);
                builder.limb(
                        new Point(-.53, 0, radius * .4), radius * .7, new Point(-.42, 0, radius * .4), radius * .8);
            }
            case TWO_UNDER_WINGS -> pods(builder, .34);
            case FOUR_UNDER_WINGS -> {
                pods(builder, .30);
                pods(builder, .62);
            }
            case TWO_AT_TAIL -> {
                builder.paint(.5);
                for (int side = -1; side <= 1; side += 2) {
                    Point front = new Point(-.14, side * radius * 1.8, radius * .6);
                    builder.limb(front.minus(new Point(.17, 0, 0)), .030, front, .040);
                }
            }
            case PROPELLER -> propeller(builder, new Point(.50, 0, 0), .17);
            case TWO_PROPELLERS -> nacelles(builder);
        }
    }

    /** Jet engines below the wings, at a share of the half span. */
    private void pods(MeshBuilder builder, double share) {
        builder.paint(.5);
        for (int side = -1; side <= 1; side += 2) {
            Point front = new Point(
                    wingAt - sweep * share + .05, side * share * span / 2, wingHeight * radius - radius * .65);
            builder.limb(front.minus(new Point(.15, 0, 0)), .028, front, .040);
        }
        builder.paint(grey);
    }

    private void nacelles(MeshBuilder builder) {
        for (int side = -1; side <= 1; side += 2) {
            Point front = new Point(wingAt + .06, side * span * .19, wingHeight * radius + .01);
            builder.paint(grey * .8).limb(front.minus(new Point(.20, 0, 0)), .028, front, .042);
            propeller(builder, front, .12);
        }
    }

    private static void propeller(MeshBuilder builder, Point hub, double reach) {
        builder.paint(.25).ellipsoid(hub, .045, .028, .028);
        builder.box(hub, .016, 2 * reach, .034);
        builder.box(hub, .016, .034, 2 * reach);
    }
}
