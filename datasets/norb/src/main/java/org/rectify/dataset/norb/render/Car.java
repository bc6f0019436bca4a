package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * A car; lengths in units of its length.
 *
 * @param width of the body
 * @param belt height of the body without the cabin, above the ground
 * @param hood height of the hood's front
 * @param roof height of the roof
 * @param screenAt,roofFront,roofBack,rearAt where, from the back bumper at 0 to the front bumper at 1, the windscreen begins
 *     at the belt, the roof begins and ends, and the rear window meets the belt
 * @param wheel radius
 * @param open whether the car has no roof
 * @param grey of the paint
 */
record Car(
        double width,
        double belt,
        double hood,
        double roof,
        double screenAt,
        double roofFront,
        double roofBack,
        double rearAt,
        double wheel,
        boolean open,
        double grey) {

    /** Saloon, beetle, sports car, off-roader, estate, convertible, hatchback, coupé, small car, limousine. */
    static final List<Car> ALL = List.of(
            new Car(.40, .20, .17, .325, .70, .58, .30, .16, .078, false, .85),
            new Car(.42, .21, .15, .385, .70, .60, .36, .08, .085, false, .70),
            new Car(.44, .175, .12, .270, .66, .52, .34, .10, .082, false, .60),
            new Car(.44, .25, .24, .440, .70, .64, .08, .03, .098, false, .72),
            new Car(.40, .20, .17, .335, .70, .60, .10, .02, .078, false, .90),
            new Car(.42, .195, .16, .300, .66, .58, .30, .22, .082, true, .82),
            new Car(.43, .22, .18, .365, .74, .62, .18, .03, .084, false, .65),
            new Car(.42, .19, .15, .300, .66, .53, .36, .12, .082, false, .78),
            new Car(.48, .26, .22, .450, .78, .66, .18, .04, .095, false, .94),
            new Car(.34, .17, .15, .275, .74, .65, .26, .15, .066, false, .58));

    private static final double GLASS = .15;
    private static final double CLEARANCE = .065;

    /** The car's surface. */
    Mesh mesh() {
        MeshBuilder builder = new MeshBuilder().paint(grey);
        body(builder);
        if (open) {
            cockpit(builder);
        } else {
            cabin(builder);
        }
        lamps(builder);
        Wheels.axle(builder, .80, width + .02, wheel, .085);
        Wheels.axle(builder, .19, width + .02, wheel, .085);
        return builder.build();
    }

    private void body(MeshBuilder builder) {
        double[][] outline = {
            {.01, CLEARANCE + .02},
            {.05, CLEARANCE},
            {.95, CLEARANCE},
            {.99, CLEARANCE + .02},
            {1, hood * .75},
            {.96, hood},
            {screenAt, belt},
            {rearAt, belt},
            {Math.min(.03, rearAt * .3), belt * .94},
            {0, belt * .8}
        };
        builder.profile(outline, width, width * .94);
    }

    private void cabin(MeshBuilder builder) {
        double narrow = width * .72;
        double step = (roof - belt) * .16;
        double[][] glass = {
            {rearAt, belt - .005}, {screenAt, belt - .005}, {roofFront, roof - step}, {roofBack, roof - step}
        };
        builder.paint(GLASS).profile(glass, width * .90, narrow);
        double[][] top = {
            {roofBack - .02, roof - step}, {roofFront + .02, roof - step}, {roofFront, roof}, {roofBack, roof}
        };
        builder.paint(grey).profile(top, narrow + .012, narrow * .92);
        pillars(builder, narrow, roof - step);
    }

    /** The posts between roof and body, in the paint of both. */
    private void pillars(MeshBuilder builder, double narrow, double top) {
        double middle = (roofFront + roofBack) / 2;
        for (int side = -1; side <= 1; side += 2) {
            double low = side * width * .45;
            double high = side * narrow / 2;
            builder.limb(new Point(screenAt, low, belt), .014, new Point(roofFront, high, top), .014);
            builder.limb(new Point(rearAt, low, belt), .020, new Point(roofBack, high, top), .020);
            builder.limb(new Point(middle, low, belt), .014, new Point(middle, high, top), .014);
        }
    }

    private void cockpit(MeshBuilder builder) {
        double middle = (screenAt + rearAt) / 2;
        builder.paint(.10).box(new Point(middle, 0, belt), screenAt - rearAt - .04, width * .74, .012);
        double[][] screen = {{screenAt, belt}, {screenAt + .015, belt}, {roofFront + .015, roof}, {roofFront, roof}};
        builder.paint(.35).profile(screen, width * .88, width * .74);
        builder.paint(.55);
        for (int side = -1; side <= 1; side += 2) {
            builder.box(new Point(middle + .03, side * width * .19, belt + .03), .05, width * .26, .11);
            builder.box(new Point(rearAt + .05, side * width * .19, belt + .02), .05, width * .26, .08);
        }
    }

    private void lamps(MeshBuilder builder) {
        for (int side = -1; side <= 1; side += 2) {
            builder.paint(1).ellipsoid(new Point(.985, side * width * .36, hood * .82), .02, .045, .028);
            builder.paint(.3).box(new Point(.005, side * width * .36, belt * .75), .02, .07, .03);
        }
        builder.paint(.3).box(new Point(.993, 0, CLEARANCE + .035), .02, width * .9, .022);
    }
}
