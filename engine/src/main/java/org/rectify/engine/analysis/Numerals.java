package org.rectify.engine.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numerals {

    private static final double LARGEST_PLAIN = 1e7;
    private static final double FIFTH_DIGIT = 1e4;
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numerals() {}

    /** A fraction: {@code 0.8234} as {@code "82.3 %"}. */
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    /** Whole numbers as they are, others to four digits or to the unit, the very small and large by powers of ten; NaN as a dash. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : Double.toString(value);
        }
        double magnitude = Math.abs(value);
        if (magnitude < LARGEST_PLAIN && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        if (magnitude < SMALLEST_PLAIN || magnitude >= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        if (magnitude >= FIFTH_DIGIT) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
