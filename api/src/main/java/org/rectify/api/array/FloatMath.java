package org.rectify.api.array;

/**
 * Exponential, logistic sigmoid, softplus and hyperbolic tangent in 32-bit arithmetic, the last three for array ranges too.
 *
 * <p>Results lie within 4 units in the last place of the exact ones, down to the smallest subnormal numbers. They are made of
 * exactly rounded operations only, so that every machine, and both forms of a function, give the same bits; fast they are where
 * the processor multiplies and adds in one instruction. NaN gives NaN, an infinity the limit.
 *
 * @since 0.1
 */
public final class FloatMath {

    /*
     * The coefficients are minimax fits of this project, rounded to floats one after the other while the rest is fitted anew.
     *
     * The array forms are written for what the compiler of JDK 17 vectorises: + - * / fma, minimum, maximum, magnitude and square
     * root, in a loop of at most about forty of them; no comparison, and no way between a float and its bits. What does not fit
     * into one loop takes two: the first leaves a power of 2 in the place of the result. In place there is no room for it, and
     * the scalar forms, four times slower, are called one by one.
     */

    /** Added to a float and taken away again, this rounds it to the nearest whole number. */
    private static final float ROUNDING = 0x1.8p23f;

    private static final float LOG2_E = 1.442695f;
    private static final float LN_2 = 0.6931472f;
    /** ln 2 - LN_2. */
    private static final float LN_2_REST = -1.9046542e-9f;

    /** From here on e<sup>-x</sup> is less than half of the smallest float. */
    private static final float UNDERFLOW = 104;
    /** From here on e<sup>x</sup> is beyond the largest float. */
    private static final float OVERFLOW = 89;
    /** From here on the hyperbolic tangent is 1, and so is 1 - e<sup>-2x</sup>. */
    private static final float SATURATION = 9.5f;

    /** Keeps powers of 2 down to 2<sup>-150</sup> above the underflow while they are factors. */
    private static final float LIFT = 0x1p24f;

    private FloatMath() {}

    /** e<sup>x</sup>; 0 and infinity where a float underflows or overflows. */
    public static float exp(float x) {
        float negated = -Math.max(-UNDERFLOW, Math.min(OVERFLOW, x));
        float n = halvings(negated);
        int first = (int) n >> 1;
        int second = (int) n - first;
        return expOfMinus(remainder(negated, n)) * powerOfHalf(first) * powerOfHalf(second);
    }

    /** The logistic sigmoid 1 / (1 + e<sup>-z</sup>), in [0, 1]. */
    public static float sigmoid(float z) {
        return sigmoid(z, liftedPowerOfHalf(halvings(magnitude(z))));
    }

    /**
     * The logistic sigmoid of each element {@code [from, to)}.
     *
     * @param z arguments
     * @param a overwritten at the same places; may be {@code z}, which is slower
     */
    public static void sigmoid(float[] z, int from, int to, float[] a) {
        if (a == z) {
            for (int i = from; i < to; i++) {
                a[i] = sigmoid(z[i]);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            a[i] = liftedProductOfHalves(halvings(magnitude(z[i])));
        }
        for (int i = from; i < to; i++) {
            a[i] = sigmoid(z[i], a[i]);
        }
    }

    /** The softplus log(1 + e<sup>z</sup>), positive until a float underflows. */
    public static float softplus(float z) {
        return softplus(z, 1);
    }

    /**
     * The rescaled softplus log(1 + e<sup>alpha z</sup>) / alpha.
     *
     * @param sharpness alpha, from 1e-30 to 1e30; below 1 the result is less accurate where e<sup>alpha z</sup> is subnormal
     */
    public static float softplus(float z, double sharpness) {
        float alpha = (float) sharpness;
        float limit = limit(sharpness);
        float lifted = liftedPowerOfHalf(halvings(alpha * Math.min(limit, Math.abs(z))));
        return softplus(z, lifted, limit, alpha, rounding(sharpness), inverse(sharpness));
    }

    /**
     * The rescaled softplus of each element {@code [from, to)}.
     *
     * @param z arguments
     * @param sharpness alpha, as in {@link #softplus(float, double)}; 1 for the softplus itself
     * @param a overwritten at the same places; may be {@code z}, which is slower
     */
    public static void softplus(float[] z, int from, int to, double sharpness, float[] a) {
        if (a == z) {
            for (int i = from; i < to; i++) {
                a[i] = softplus(z[i], sharpness);
            }
            return;
        }
        float limit = limit(sharpness);
        float alpha = (float) sharpness;
        float rounding = rounding(sharpness);
        float inverse = inverse(sharpness);
        for (int i = from; i < to; i++) {
            a[i] = liftedProductOfHalves(halvings(alpha * Math.min(limit, Math.abs(z[i]))));
        }
        for (int i = from; i < to; i++) {
            a[i] = softplus(z[i], a[i], limit, alpha, rounding, inverse);
        }
    }

    /**
     * 1 - e<sup>-a</sup>: the sigmoid of z, which is the derivative of the softplus at z, from the softplus {@code a} of z.
     *
     * @param a at least 0
     */
    public static float sigmoidFromSoftplus(float a) {
        float sinh = sinh(Math.min(SATURATION, 0.5f * a));
        return 2 * sinh / (sinh + hypotenuse(sinh));
    }

    /** The hyperbolic tangent, in [-1, 1], antisymmetric to the last bit. */
    public static float tanh(float z) {
        // sinh / cosh has the relative error of sinh divided by cosh^2, so that one polynomial does for all of sinh.
        float sinh = sinh(Math.max(-SATURATION, Math.min(SATURATION, z)));
        return sinh / hypotenuse(sinh);
    }

    /**
     * The hyperbolic tangent of each element {@code [from, to)}.
     *
     * @param z arguments
     * @param a overwritten at the same places; may be {@code z}
     */
    public static void tanh(float[] z, int from, int to, float[] a) {
        for (int i = from; i < to; i++) {
            a[i] = tanh(z[i]);
        }
    }

    /** The sigmoid of z, where {@code lifted} is the power of 2 in e<sup>-|z|</sup>. */
    private static float sigmoid(float z, float lifted) {
        float x = magnitude(z);
        float power = expOfMinus(remainder(x, halvings(x))) * lifted * (1 / LIFT);
        // 1 where z is not negative and e^z where it is: there the step lies far below, unless e^z rounds to 1.
        float step = Math.min(1, Math.fma(z, 1e30f, 1));
        return Math.max(power, step) / (1 + power);
    }

    /** The rescaled softplus of z, where {@code lifted} is the power of 2 in e<sup>-alpha |z|</sup>. */
    private static float softplus(float z, float lifted, float limit, float alpha, float rounding, float inverse) {
        float magnitude = Math.min(limit, Math.abs(z));
        float x = alpha * magnitude;
        // What the product lost, and what alpha lost when it became a float: each is relative to the exponent, not to
        // its power.
        float lost = Math.fma(rounding, magnitude, Math.fma(alpha, magnitude, -x));
        float power = expOfMinus(remainder(x, halvings(x)) + lost) * lifted * (1 / LIFT);
        return Math.max(0, z) + log1p(power) * inverse;
    }

    /** The |z| from which on the softplus is the rectifier. */
    private static float limit(double alpha) {
        return (float) (UNDERFLOW / alpha);
    }

    private static float rounding(double alpha) {
        return (float) (alpha - (float) alpha);
    }

    private static float inverse(double alpha) {
        return (float) (1 / alpha);
    }

    private static float magnitude(float z) {
        return Math.min(UNDERFLOW, Math.abs(z));
    }

    /** The whole number n nearest to x / ln 2: e<sup>-x</sup> is 2<sup>-n</sup> times a number near 1. */
    private static float halvings(float x) {
        return Math.fma(x, LOG2_E, ROUNDING) - ROUNDING;
    }

    /** x - n ln 2. */
    private static float remainder(float x, float n) {
        return Math.fma(n, -LN_2_REST, Math.fma(n, -LN_2, x));
    }

    /** e<sup>-r</sup> for |r| up to ln(2) / 2. */
    private static float expOfMinus(float r) {
        float p = Math.fma(r, 0.00138193916f, -0.0083688926f);
        p = Math.fma(r, p, 0.0416682884f);
        p = Math.fma(r, p, -0.166665196f);
        p = Math.fma(r, p, 0.49999994f);
        p = Math.fma(r, p, -1);
        return Math.fma(r, p, 1);
    }

    /** log(1 + t) for t in [0, 1]. */
    private static float log1p(float t) {
        float p = Math.fma(t, -0.00329107419f, 0.0200884603f);
        p = Math.fma(t, p, -0.0574604832f);
        p = Math.fma(t, p, 0.106613711f);
        p = Math.fma(t, p, -0.153449774f);
        p = Math.fma(t, p, 0.196921214f);
        p = Math.fma(t, p, -0.249580204f);
        p = Math.fma(t, p, 0.333304644f);
        p = Math.fma(t, p, -0.499999315f);
        return Math.fma(t, t * p, t);
    }

    /** The hyperbolic sine up to {@link #SATURATION}, exact to relative 4e-9 cosh<sup>2</sup>. */
    private static float sinh(float x) {
        float s = x * x;
        float p = Math.fma(s, 2.27617508e-10f, 2.33591209e-8f);
        p = Math.fma(s, p, 2.77270078e-6f);
        p = Math.fma(s, p, 0.000198343245f);
        p = Math.fma(s, p, 0.00833343714f);
        p = Math.fma(s, p, 0.166666627f);
        return Math.fma(x, s * p, x);
    }

    /** sqrt(1 + x<sup>2</sup>): cosh, for a sinh. */
    private static float hypotenuse(float x) {
        return (float) Math.sqrt(Math.fma(x, x, 1));
    }

    private static float powerOfHalf(int n) {
        return Float.intBitsToFloat((127 - n) << 23);
    }

    /** 2<sup>24 - n</sup> for n from 0 to 150. */
    private static float liftedPowerOfHalf(float n) {
        return powerOfHalf((int) n - 24);
    }

    /** The same from products, each of them exact: one factor for each digit of n to the base 4, the digits -1, 0, 1 and 2. */
    private static float liftedProductOfHalves(float n) {
        float fourths = quarter(n);
        float sixteenths = quarter(fourths);
        float sixtyFourths = quarter(sixteenths);
        float product = fourthPower(digitPower(sixtyFourths, 1)) * digitPower(digit(sixteenths, sixtyFourths), 1);
        product = fourthPower(product) * digitPower(digit(fourths, sixteenths), 1);
        float square = product * product;
        return digitPower(digit(n, fourths), LIFT) * square * square;
    }

    /** The whole number nearest to n / 4, the lower one where two are as near. */
    private static float quarter(float n) {
        return Math.fma(n, 0.2499f, ROUNDING) - ROUNDING;
    }

    private static float digit(float n, float quarter) {
        return Math.fma(quarter, -4, n);
    }

    private static float fourthPower(float x) {
        float square = x * x;
        return square * square;
    }

    /** 2<sup>-digit</sup>, times a power of 2: the cubic through its values at -1, 0, 1 and 2, where it rounds to them. */
    private static float digitPower(float digit, float factor) {
        float p = Math.fma(digit, -0.041666668f * factor, 0.25f * factor);
        p = Math.fma(digit, p, -0.7083333f * factor);
        return Math.fma(digit, p, factor);
    }
}
