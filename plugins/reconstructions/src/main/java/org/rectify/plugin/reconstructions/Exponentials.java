package org.rectify.plugin.reconstructions;

/** The exponential and its kin: in 64 bits for the scalar forms, in 32 for the bulk forms. */
final class Exponentials {

    private Exponentials() {}

    /** 1 / (1 + e<sup>-z</sup>), without loss where it is small. */
    static double sigmoid(double z) {
        double power = Math.exp(-Math.abs(z));
        return (z > 0 ? 1 : power) / (1 + power);
    }

    /** log(1 + e<sup>z</sup>), without loss or overflow. */
    static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    static float exp(float z) {
        return (float) Math.exp(z);
    }

    /** log(1 + x) for x in [0, 1]; where 1 + x would lose too much of x, its series. */
    static float log1p(float x) {
        return x < 1e-4f ? x - x * x / 2 : (float) Math.log(1 + (double) x);
    }

    static float sigmoid(float z) {
        float power = exp(-Math.abs(z));
        return (z > 0 ? 1 : power) / (1 + power);
    }

    static float softplus(float z) {
        return Math.max(z, 0) + log1p(exp(-Math.abs(z)));
    }
}
