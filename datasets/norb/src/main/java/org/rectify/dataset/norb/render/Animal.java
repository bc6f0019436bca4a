package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * A four-legged animal; lengths in units of the trunk's length.
 *
 * @param girth the trunk's radius
 * @param leg the height of the belly's middle line above the feet
 * @param legRadius of a leg at its top
 * @param neck its length
 * @param neckDegrees how far the neck rises from the level
 * @param head the length of the head
 * @param muzzle the length of the muzzle
 * @param ear the length of an ear
 * @param tail the length of the tail
 * @param tailDegrees how far the tail rises from the level
 * @param grey of the coat
 * @param feature what sets the animal apart
 */
record Animal(
        double girth,
        double leg,
        double legRadius,
        double neck,
        double neckDegrees,
        double head,
        double muzzle,
        double ear,
        double tail,
        double tailDegrees,
        double grey,
        Feature feature) {

    /** What sets an animal apart from others of its proportions. */
    enum Feature {
        NONE,
        HORNS,
        ANTLERS,
        TRUNK,
        MANE,
        HUMP
    }

    /** Horse, cow, elephant, dog, giraffe, lion, pig, deer, camel, bear. */
    static final List<Animal> ALL = List.of(
            new Animal(.23, .62, .085, .46, 52, .20, .26, .10, .42, -62, .62, Feature.NONE),
            new Animal(.28, .48, .080, .24, 22, .20, .20, .12, .46, -75, .80, Feature.HORNS),
            new Animal(.36, .62, .130, .16, 15, .30, .10, .30, .30, -70, .58, Feature.TRUNK),
            new Animal(.19, .44, .070, .22, 48, .18, .20, .13, .40, 48, .70, Feature.NONE),
            new Animal(.24, .82, .075, .98, 66, .17, .20, .10, .40, -75, .86, Feature.HORNS),
            new Animal(.22, .46, .085, .22, 35, .22, .15, .08, .55, -25, .78, Feature.MANE),
            new Animal(.28, .36, .085, .14, 10, .24, .14, .12, .16, 40, .90, Feature.NONE),
            new Animal(.19, .62, .060, .40, 58, .16, .20, .12, .12, 20, .72, Feature.ANTLERS),
            new Animal(.25, .70, .075, .58, 44, .17, .22, .06, .34, -70, .82, Feature.HUMP),
            new Animal(.30, .44, .110, .18, 22, .27, .14, .08, .06, 0, .55, Feature.NONE));

    private static final double FRONT = .38;
    private static final double BACK = -.40;

    /** The animal's surface. */
    Mesh mesh() {
        MeshBuilder builder = new MeshBuilder().paint(grey);
        trunk(builder);
        legs(builder);
        Point skull = neck(builder);
        head(builder, skull);
        tail(builder);
        return builder.build();
    }

    private void trunk(MeshBuilder builder) {
        Point chest = new Point(FRONT - .08, 0, leg + .02);
        Point rump = new Point(BACK + .08, 0, leg);
        builder.ellipsoid(chest, girth * .95, girth * .88, girth * 1.06);
        builder.ellipsoid(rump, girth * .95, girth * .90, girth);
        builder.limb(rump, girth * .90, chest, girth * .90);
        if (feature == Feature.HUMP) {
            builder.ellipsoid(new Point(-.04, 0, leg + girth), .22, .14, .26);
        }
    }

    private void legs(MeshBuilder builder) {
        for (int side = -1; side <= 1; side += 2) {
            double y = side * (girth - legRadius) * .95;
            leg(builder, FRONT - .06, y, side * .06, .02);
            leg(builder, BACK + .06, y, -side * .06, -.07);
        }
    }

    /** A leg in two parts; stride moves the foot, bend the knee, along the animal. */
    private void leg(MeshBuilder builder, double x, double y, double stride, double bend) {
        Point hip = new Point(x, y, leg - girth * .3);
        Point knee = new Point(x + stride * .5 + bend, y, (leg - girth * .3) * .5);
        Point foot = new Point(x + stride, y, 0);
        builder.limb(hip, legRadius * 1.45, knee, legRadius);
        builder.limb(knee, legRadius, foot, legRadius * .90);
        builder.ellipsoid(foot.plus(new Point(.03, 0, .02)), legRadius * 1.25, legRadius * .95, legRadius * .6);
    }

    /** Draws the neck; where the head begins. */
    private Point neck(MeshBuilder builder) {
        Point shoulder = new Point(FRONT - .02, 0, leg + girth * .35);
        Point skull = shoulder.plus(direction(neckDegrees).times(neck + girth * .5));
        builder.limb(shoulder.minus(direction(neckDegrees).times(.1)), girth * .72, skull, head * .42);
        if (feature == Feature.MANE) {
            builder.paint(grey * .55);
            builder.ellipsoid(skull.minus(new Point(.02, 0, .03)), head * .62, head * 1.05, head * 1.15, 15);
            builder.paint(grey);
        }
        return skull;
    }

    private void head(MeshBuilder builder, Point skull) {
        double nod = -28;
        Point forehead = skull.plus(direction(nod).times(head * .25));
        Point nose = forehead.plus(direction(nod).times(head * .35 + muzzle));
        builder.ellipsoid(forehead, head * .62, head * .50, head * .54, nod);
        builder.limb(forehead, head * .42, nose, head * .27);
        builder.ellipsoid(nose, head * .30, head * .27, head * .27, nod);
        for (int side = -1; side <= 1; side += 2) {
            ear(builder, skull, side);
            horn(builder, skull, side);
        }
        if (feature == Feature.TRUNK) {
            proboscis(builder, nose);
        }
    }

    private void ear(MeshBuilder builder, Point skull, int side) {
        if (feature == Feature.TRUNK) {
            builder.paint(grey * .8);
            builder.ellipsoid(
                    skull.plus(new Point(-.04, side * (head * .5 + ear * .45), -.02)), .05, ear * .6, ear * .75);
            builder.paint(grey);
        } else {
            Point base = skull.plus(new Point(-head * .05, side * head * .32, head * .34));
            builder.limb(base, ear * .34, base.plus(new Point(-.02, side * ear * .35, ear)), ear * .08);
        }
    }

    private void horn(MeshBuilder builder, Point skull, int side) {
        Point base = skull.plus(new Point(head * .2, side * head * .25, head * .4));
        builder.paint(.95);
        if (feature == Feature.HORNS) {
            Point bend = base.plus(new Point(.02, side * .12, .06));
            builder.limb(base, .035, bend, .028);
            builder.limb(bend, .028, bend.plus(new Point(.03, side * .03, .13)), .008);
        } else if (feature == Feature.ANTLERS) {
            Point fork = base.plus(new Point(-.06, side * .12, .22));
            builder.limb(base, .026, fork, .024);
            builder.limb(fork, .024, fork.plus(new Point(.12, side * .06, .16)), .010);
            builder.limb(fork, .024, fork.plus(new Point(-.10, side * .10, .18)), .010);
            builder.limb(base.plus(fork).times(.5), .022, fork.plus(new Point(.16, side * .02, -.02)), .010);
        } else if (feature == Feature.TRUNK) {
            Point root = skull.plus(new Point(head * .5, side * head * .25, -head * .35));
            builder.limb(root, .032, root.plus(new Point(.26, side * .05, -.04)), .010);
        }
        builder.paint(grey);
    }

    private void proboscis(MeshBuilder builder, Point nose) {
        Point bend = nose.plus(new Point(.10, 0, -.26));
        builder.limb(nose, .085, bend, .065);
        builder.limb(bend, .065, bend.plus(new Point(.06, 0, -.22)), .045);
    }

    private void tail(MeshBuilder builder) {
        double degrees = 180 - tailDegrees;
        Point root = new Point(BACK - girth * .55, 0, leg + girth * .45);
        Point tip = root.plus(direction(degrees).times(tail));
        builder.limb(root.minus(direction(degrees).times(.08)), .050, tip, .028);
        if (feature == Feature.MANE || tail > .4) {
            builder.ellipsoid(tip, .09, .05, .05, degrees);
        }
    }

    /** The direction that rises by so many degrees from the front. */
    private static Point direction(double degrees) {
        double radians = StrictMath.toRadians(degrees);
        return new Point(StrictMath.cos(radians), 0, StrictMath.sin(radians));
    }
}
