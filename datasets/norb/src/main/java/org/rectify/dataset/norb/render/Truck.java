package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * A truck; lengths in units of its length.
 *
 * @param cab length of the cab with its hood
 * @param nose length of the hood, 0 where the cab is over the engine
 * @param cabHeight from the ground
 * @param load what stands behind the cab
 * @param loadHeight of the load's top from the ground
 * @param gap between cab and load
 * @param width of cab and load
 * @param wheel radius
 * @param axles behind the cab
 * @param grey of the cab
 * @param loadGrey of the load
 */
record Truck(
        double cab,
        double nose,
        double cabHeight,
        Load load,
        double loadHeight,
        double gap,
        double width,
        double wheel,
        int axles,
        double grey,
        double loadGrey) {

    /** What stands behind a cab. */
    enum Load {
        BOX,
        TANK,
        DUMPER,
        LOGS,
        LADDER
    }

    /** Box truck, tractor with trailer, dumper, tanker, removal van, log carrier, hooded tractor, tipper, milk tanker, fire engine. */
    static final List<Truck> ALL = List.of(
            new Truck(.24, .00, .36, Load.BOX, .46, .03, .30, .070, 1, .60, .92),
            new Truck(.28, .12, .32, Load.BOX, .40, .06, .24, .055, 3, .85, .65),
            new Truck(.32, .13, .36, Load.DUMPER, .36, .03, .34, .085, 2, .90, .55),
            new Truck(.26, .00, .36, Load.TANK, .36, .04, .28, .068, 2, .55, .85),
            new Truck(.28, .08, .37, Load.BOX, .50, .02, .32, .075, 1, .90, .72),
            new Truck(.28, .11, .33, Load.LOGS, .34, .04, .27, .062, 3, .75, .60),
            new Truck(.30, .14, .33, Load.BOX, .42, .05, .25, .058, 3, .55, .88),
            new Truck(.27, .00, .40, Load.DUMPER, .38, .03, .34, .090, 2, .70, .82),
            new Truck(.31, .13, .33, Load.TANK, .35, .04, .27, .062, 3, .88, .60),
            new Truck(.26, .00, .36, Load.LADDER, .38, .03, .31, .074, 2, .82, .50));

    private static final double GLASS = .13;
    private static final double FRAME = .13;

    /** The truck's surface. */
    Mesh mesh() {
        MeshBuilder builder = new MeshBuilder();
        double bed = 1 - cab - gap;
        builder.paint(.22).box(new Point(.49, 0, FRAME), .96, width * .5, .05);
        cab(builder);
        load(builder, bed);
        Wheels.axle(builder, 1 - Math.max(nose * .55, .10), width + .015, wheel, .075);
        for (int axle = 0; axle < axles; axle++) {
            Wheels.axle(builder, axleAt(axle, bed), width + .015, wheel, .085);
        }
        return builder.build();
    }

    /** Two axles stand together at the back; a third one below the front of the load. */
    private double axleAt(int axle, double bed) {
        return axle < 2 ? .12 + axle * (2 * wheel + .015) : bed - .06;
    }

    private void cab(MeshBuilder builder) {
        double back = 1 - cab;
        double front = 1 - nose;
        double floor = FRAME - .05;
        double middle = FRAME + (cabHeight - FRAME) * .48;
        builder.paint(grey);
        double slope = nose > 0 ? .035 : .02;
        double[][] house = {
            {back, floor}, {front, floor}, {front, middle}, {front - slope, cabHeight}, {back, cabHeight}
        };
        builder.profile(house, width, width * .94);
        if (nose > 0) {
            double[][] hood = {{front, floor}, {1, floor}, {1, middle * .90}, {.985, middle * .96}, {front, middle}};
            builder.profile(hood, width * .88, width * .78);
        }
        windows(builder, back, front - slope * .2, middle);
        builder.paint(.3).box(new Point(.995, 0, floor + .03), .02, width * .98, .04);
        for (int side = -1; side <= 1; side += 2) {
            builder.paint(1).box(new Point(1, side * width * .36, floor + .08), .012, .045, .035);
        }
    }

    private void windows(MeshBuilder builder, double back, double front, double low) {
        double high = cabHeight - .03;
        double pane = low + .01;
        builder.paint(GLASS);
        double[][] screen = {{front - .005, pane}, {front + .010, pane}, {front - .012, high}, {front - .032, high}};
        builder.profile(screen, width * .90, width * .86);
        double[][] side = {{back + .04, pane}, {front - .035, pane}, {front - .045, high}, {back + .04, high}};
        builder.profile(side, width * 1.015, width * .965);
    }

    private void load(MeshBuilder builder, double bed) {
        double floor = FRAME + .03;
        double middle = bed / 2;
        builder.paint(loadGrey);
        switch (load) {
            case BOX -> builder.box(new Point(middle, 0, (floor + loadHeight) / 2), bed, width, loadHeight - floor);
            case TANK -> tank(builder, bed, floor);
            case DUMPER -> dumper(builder, bed, floor);
            case LOGS -> logs(builder, bed, floor);
            case LADDER -> ladder(builder, bed, floor);
        }
    }

    private void tank(MeshBuilder builder, double bed, double floor) {
        double radius = (loadHeight - floor) / 2;
        double height = floor + radius;
        builder.limb(new Point(.02, 0, height), radius, new Point(bed - .02, 0, height), radius);
        builder.ellipsoid(new Point(.02, 0, height), .025, radius, radius);
        builder.ellipsoid(new Point(bed - .02, 0, height), .025, radius, radius);
        builder.paint(.35);
        for (int band = 1; band <= 3; band++) {
            double x = bed * band / 4;
            builder.limb(new Point(x - .012, 0, height), radius + .006, new Point(x + .012, 0, height), radius + .006);
        }
        builder.box(new Point(bed / 2, 0, loadHeight + .01), .10, .08, .03);
    }

    /** An open tray with sloping walls, filled with something dark. */
    private void dumper(MeshBuilder builder, double bed, double floor) {
        double wall = .03;
        double height = loadHeight - floor;
        builder.box(new Point(bed / 2, 0, floor + .02), bed, width * .9, .04);
        for (int side = -1; side <= 1; side += 2) {
            builder.box(new Point(bed / 2, side * (width - wall) / 2, floor + height / 2), bed, wall, height);
        }
        double[][] front = {
            {bed - wall, floor}, {bed, floor}, {bed + gap + .08, loadHeight + .03}, {bed - wall, loadHeight}
        };
        builder.profile(front, width, width);
        builder.box(new Point(wall / 2, 0, floor + height * .4), wall, width, height * .8);
        builder.paint(.28).ellipsoid(new Point(bed / 2, 0, floor + height * .55), bed * .44, width * .42, height * .45);
    }

    private void logs(MeshBuilder builder, double bed, double floor) {
        double radius = width / 6;
        for (int row = 0; row < 3; row++) {
            for (int log = 0; log < 3 - row; log++) {
                double y = (log - (2 - row) / 2.0) * 2 * radius;
                double z = floor + radius + row * radius * 1.75;
                builder.limb(new Point(-.02, y, z), radius, new Point(bed - .01, y, z), radius);
            }
        }
        builder.paint(.25);
        for (int side = -1; side <= 1; side += 2) {
            for (int post = 0; post < 3; post++) {
                Point foot = new Point(.06 + post * (bed - .12) / 2, side * width * .5, floor);
                builder.limb(foot, .014, foot.plus(new Point(0, 0, loadHeight - floor)), .014);
            }
        }
    }

    private void ladder(MeshBuilder builder, double bed, double floor) {
        double height = (loadHeight - floor) * .75;
        builder.box(new Point(bed / 2, 0, floor + height / 2), bed, width, height);
        builder.paint(.95);
        for (int side = -1; side <= 1; side += 2) {
            builder.box(new Point(bed * .6, side * .06, loadHeight), bed * 1.1, .022, .03);
        }
        for (int rung = 0; rung < 7; rung++) {
            builder.box(new Point(bed * (.1 + rung * .16), 0, loadHeight), .02, .12, .02);
        }
    }
}
