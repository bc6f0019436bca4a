package org.rectify.cli;

import java.util.Locale;

/** Fractions as people read them. */
final class Percent {

    private Percent() {}

    /** {@code 0.0173} as {@code "1.73 %"}; a number that is none as a dash. */
    static String of(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.2f %%", 100 * fraction) : "-";
    }
}
