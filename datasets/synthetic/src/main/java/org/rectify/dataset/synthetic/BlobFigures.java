package org.rectify.dataset.synthetic;

import java.util.List;

/** The balls that each toy is made of. */
final class BlobFigures {

    /** In NORB's order (item 51). */
    static final List<String> CLASSES = List.of("animal", "human", "airplane", "truck", "car", "background");

    private static final List<List<Ball>> BALLS = List.of(
            List.of(
                    new Ball(-.5, .1, 0, .32),
                    new Ball(-.1, .1, 0, .3),
                    new Ball(.3, .15, 0, .32),
                    new Ball(.75, .5, 0, .25),
                    new Ball(-.55, -.4, .2, .14),
                    new Ball(-.55, -.4, -.2, .14),
                    new Ball(.35, -.4, .2, .14),
                    new Ball(.35, -.4, -.2, .14),
                    new Ball(-.55, -.7, .2, .14),
                    new Ball(-.55, -.7, -.2, .14),
                    new Ball(.35, -.7, .2, .14),
                    new Ball(.35, -.7, -.2, .14)),
            List.of(
                    new Ball(0, .85, 0, .2),
                    new Ball(0, .4, 0, .28),
                    new Ball(0, .05, 0, .24),
                    new Ball(-.38, .4, 0, .13),
                    new Ball(.38, .4, 0, .13),
                    new Ball(-.5, .15, .1, .12),
                    new Ball(.5, .15, .1, .12),
                    new Ball(-.17, -.35, 0, .16),
                    new Ball(.17, -.35, 0, .16),
                    new Ball(-.18, -.65, 0, .15),
                    new Ball(.18, -.65, 0, .15),
                    new Ball(-.18, -.9, .05, .14),
                    new Ball(.18, -.9, .05, .14)),
            List.of(
                    new Ball(-.75, 0, 0, .14),
                    new Ball(-.45, 0, 0, .18),
                    new Ball(-.15, 0, 0, .2),
                    new Ball(.15, 0, 0, .2),
                    new Ball(.45, 0, 0, .19),
                    new Ball(.75, 0, 0, .15),
                    new Ball(.05, 0, .35, .16),
                    new Ball(.05, 0, -.35, .16),
                    new Ball(0, 0, .6, .14),
                    new Ball(0, 0, -.6, .14),
                    new Ball(-.05, 0, .85, .12),
                    new Ball(-.05, 0, -.85, .12),
                    new Ball(-.8, .3, 0, .12)),
            List.of(
                    new Ball(-.65, .25, 0, .38),
                    new Ball(-.25, .25, 0, .38),
                    new Ball(.1, .25, 0, .36),
                    new Ball(.65, 0, 0, .28),
                    new Ball(-.6, -.35, .22, .17),
                    new Ball(-.6, -.35, -.22, .17),
                    new Ball(.6, -.35, .22, .17),
                    new Ball(.6, -.35, -.22, .17)),
            List.of(
                    new Ball(-.5, -.12, 0, .24),
                    new Ball(-.1, .02, 0, .3),
                    new Ball(.2, -.05, 0, .27),
                    new Ball(.6, -.15, 0, .2),
                    new Ball(-.45, -.38, .22, .15),
                    new Ball(-.45, -.38, -.22, .15),
                    new Ball(.45, -.38, .22, .15),
                    new Ball(.45, -.38, -.22, .15)),
            List.of());

    private BlobFigures() {}

    /** The balls of a class; none for the background. */
    static List<Ball> balls(int label) {
        return BALLS.get(label);
    }

    /**
     * A ball of a toy that fits a box from -1 to 1.
     *
     * @param x to the right
     * @param y upwards
     * @param z towards the camera
     */
    record Ball(double x, double y, double z, double radius) {}
}
