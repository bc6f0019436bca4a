package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * A lighting: where the light comes from and how strong it is.
 *
 * @param towards from the toy to the light, of length 1: x to the right of the camera, y away from it, z up
 * @param strength of the light that falls straight on a surface
 * @param ambient of the light from everywhere
 * @param gloss of the reflection of the light itself
 */
record Light(Point towards, double strength, double ambient, double gloss) {

    /** Six lightings, as many as NORB has. */
    static final List<Light> ALL = List.of(
            new Light(new Point(-.55, -.45, .70).unit(), .70, .30, .20),
            new Light(new Point(.55, -.45, .70).unit(), .70, .30, .20),
            new Light(new Point(.05, -.10, 1).unit(), .75, .28, .15),
            new Light(new Point(.00, -.90, .55).unit(), .65, .38, .25),
            new Light(new Point(-.95, -.10, .50).unit(), .80, .32, .20),
            new Light(new Point(.95, -.10, .50).unit(), .80, .32, .20));
}
