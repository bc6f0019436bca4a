package org.rectify.plugin.activations;

/** The logistic function, accurate for every argument. */
final class Logistic {

    private Logistic() {}

    /** 1 / (1 + e<sup>-z</sup>), without loss where it is small. */
    static double sigmoid(double z) {
        if (z >= 0) {
            return 1 / (1 + Math.exp(-z));
        }
        double power = Math.exp(z);
        return power / (1 + power);
    }
}
