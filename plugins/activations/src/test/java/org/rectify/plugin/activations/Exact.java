package org.rectify.plugin.activations;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exponential and logarithm to a hundred digits, from their definitions. */
final class Exact {

    static final MathContext DIGITS = new MathContext(100);

    private static final int HALVINGS = 20;

    private Exact() {}

    static BigDecimal of(double number) {
        return new BigDecimal(number);
    }

    /** The power series of a small part of x, squared back up. */
    static BigDecimal exp(BigDecimal x) {
        BigDecimal part = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 30; n++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Halley's iteration, which triples the digits of the first guess each time. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
        for (int i = 0; i < 4; i++) {
            BigDecimal power = exp(y);
            BigDecimal step = x.subtract(power, DIGITS).divide(x.add(power, DIGITS), DIGITS);
            y = y.add(step.multiply(BigDecimal.valueOf(2), DIGITS), DIGITS);
        }
        return y;
    }

    static BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, DIGITS);
    }

    static double relativeError(double found, BigDecimal exact) {
        return new BigDecimal(found)
                .subtract(exact, DIGITS)
                .divide(exact, DIGITS)
                .abs()
                .doubleValue();
    }
}
