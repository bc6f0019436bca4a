package org.rectify.dataset.synthetic;

/** Functions that rise and fall between 0 and 1, made of polynomials alone, so that every machine computes the same. */
final class Waves {

    private Waves() {}

    /** From 0 at 0 to 1 at 1 with level ends; takes numbers between. */
    static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /** From 0 below one bound to 1 above another. */
    static double step(double from, double to, double t) {
        return smooth(Math.max(0, Math.min(1, (t - from) / (to - from))));
    }

    /** The part behind the point, from 0 to 1. */
    static double fraction(double t) {
        return t - Math.floor(t);
    }

    /** Straight up and down with period 1: 0 at whole numbers, 1 half way between. */
    static double triangle(double t) {
        return 1 - Math.abs(2 * fraction(t) - 1);
    }

    /** The triangle, rounded. */
    static double wave(double t) {
        return smooth(triangle(t));
    }
}
