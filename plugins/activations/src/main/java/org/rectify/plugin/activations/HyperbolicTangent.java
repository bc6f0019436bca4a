package org.rectify.plugin.activations;

/** The hyperbolic tangent: as accurate as the platform's, antisymmetric to the last bit, and several times faster. */
final class HyperbolicTangent {

    /** log(3) / 2: the tangent is 1/2, above which subtracting from 1 loses nothing. */
    private static final double HALF_WAY = 0.5493061443340548;

    private HyperbolicTangent() {}

    static double of(double z) {
        double x = Math.abs(z);
        double tangent = x < HALF_WAY ? near0(x) : 1 - 2 / (Math.exp(2 * x) + 1);
        return Math.copySign(tangent, z);
    }

    /** The continued fraction x / (1 + x&sup2; / (3 + x&sup2; / (5 + ...))) down to 15, as a quotient of polynomials. */
    private static double near0(double x) {
        double s = x * x;
        double numerator = 2027025 + s * (270270 + s * (6930 + s * 36));
        double denominator = 2027025 + s * (945945 + s * (51975 + s * (630 + s)));
        return x * (numerator / denominator);
    }
}
