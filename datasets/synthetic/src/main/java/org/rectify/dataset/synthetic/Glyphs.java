package org.rectify.dataset.synthetic;

import java.util.List;

/** The ways in which each digit is written. */
final class Glyphs {

    static final int CLASSES = 10;

    private static final List<List<List<Stroke>>> WAYS = List.of(
            List.of(
                    List.of(new Stroke(.5, 0, .2, .15, .05, .5, .2, .85, .5, 1, .8, .85, .95, .5, .8, .15, .5, 0)),
                    List.of(new Stroke(
                            .7, .1, .35, .02, .08, .4, .15, .85, .5, 1, .85, .8, .93, .4, .75, .08, .45, .05))),
            List.of(
                    List.of(new Stroke(.5, 0, .5, 1)),
                    List.of(new Stroke(.25, .25, .5, 0), new Stroke(.5, 0, .5, 1)),
                    List.of(new Stroke(.22, .25, .5, 0), new Stroke(.5, 0, .5, 1), new Stroke(.2, 1, .8, 1))),
            List.of(
                    List.of(
                            new Stroke(.1, .25, .3, .03, .65, .02, .88, .25, .7, .55, .35, .8, .05, 1),
                            new Stroke(.05, 1, .95, 1)),
                    List.of(new Stroke(
                            .12, .2, .4, 0, .8, .1, .8, .4, .5, .7, .15, .97, .03, .85, .25, .77, .6, .97, .95, .9))),
            List.of(
                    List.of(
                            new Stroke(.1, .12, .45, 0, .85, .15, .75, .4, .4, .48),
                            new Stroke(.4, .48, .85, .6, .9, .85, .5, 1, .08, .88)),
                    List.of(
                            new Stroke(.1, 0, .85, 0),
                            new Stroke(.85, 0, .4, .42),
                            new Stroke(.4, .42, .82, .55, .88, .85, .45, 1, .08, .88))),
            List.of(
                    List.of(
                            new Stroke(.3, 0, .2, .3, .08, .58),
                            new Stroke(.08, .58, .95, .58),
                            new Stroke(.72, .1, .65, 1)),
                    List.of(new Stroke(.65, 0, .05, .65), new Stroke(.05, .65, .98, .65), new Stroke(.65, 0, .65, 1))),
            List.of(
                    List.of(
                            new Stroke(.85, 0, .2, 0),
                            new Stroke(.2, 0, .15, .42),
                            new Stroke(.15, .42, .5, .35, .9, .6, .8, .9, .45, 1, .08, .88)),
                    List.of(new Stroke(.85, .02, .4, .03, .15, .25, .4, .45, .8, .6, .85, .85, .45, 1, .08, .88))),
            List.of(
                    List.of(new Stroke(.75, .02, .4, .15, .12, .5, .12, .8, .45, 1, .82, .85, .8, .6, .5, .5, .15, .7)),
                    List.of(new Stroke(.6, 0, .3, .35, .1, .7, .3, .98, .7, .95, .85, .7, .55, .52, .18, .68))),
            List.of(
                    List.of(new Stroke(.05, .03, .9, .03), new Stroke(.9, .03, .6, .4, .4, 1)),
                    List.of(
                            new Stroke(.05, .03, .9, .03),
                            new Stroke(.9, .03, .6, .4, .4, 1),
                            new Stroke(.25, .5, .8, .5)),
                    List.of(
                            new Stroke(.05, .22, .08, .03),
                            new Stroke(.08, .03, .9, .05),
                            new Stroke(.9, .05, .65, .5, .5, 1))),
            List.of(
                    List.of(new Stroke(
                            .5, .47, .18, .3, .25, .06, .5, 0, .78, .08, .8, .3, .5, .47, .15, .68, .15, .9, .5, 1, .85,
                            .9, .85, .68, .5, .47)),
                    List.of(new Stroke(
                            .8, .12, .5, 0, .2, .15, .3, .38, .65, .58, .85, .8, .5, 1, .15, .82, .35, .55, .7, .38, .8,
                            .12))),
            List.of(
                    List.of(
                            new Stroke(.85, .2, .5, 0, .15, .18, .2, .45, .55, .5, .85, .2),
                            new Stroke(.85, .2, .82, .6, .7, 1)),
                    List.of(
                            new Stroke(.85, .2, .5, 0, .15, .18, .2, .45, .55, .5, .85, .2),
                            new Stroke(.85, .2, .88, .6, .7, .95, .35, 1, .15, .88))));

    private Glyphs() {}

    /** The ways to write a digit, at least one, each a few strokes. */
    static List<List<Stroke>> ways(int digit) {
        return WAYS.get(digit);
    }
}
