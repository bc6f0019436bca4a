package org.rectify.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rectify.api.facts.Unit;

/** Numbers as people read them; a dash for what was not measured. */
final class Numbers {

    static final String UNKNOWN = "\u2013";

    private Numbers() {}

    /** A measured number with its symbol: "1.61 %", "0.05213 nats". */
    static String measured(Unit unit, double value) {
        return Double.isFinite(value) ? digits(unit, value) + symbol(unit) : UNKNOWN;
    }

    /** The interval of a measured number: "1.02 to 1.45 %". */
    static String interval(Unit unit, double low, double high) {
        return digits(unit, low) + " to " + digits(unit, high) + symbol(unit);
    }

    /** Four significant digits of what is measured on its own scale, and the unit's decimals of what is scaled or counted. */
    private static String digits(Unit unit, double value) {
        return unit.factor() == 1 && unit.decimals() > 0 ? significant(value) : unit.number(value);
    }

    private static String symbol(Unit unit) {
        return unit.symbol().isEmpty() ? "" : "\u00a0" + unit.symbol();
    }

    /** A fraction in percent with two decimals: "1.52 %". */
    static String percent(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * fraction) : UNKNOWN;
    }

    /** Fractions in percent with one decimal, in a row: "94.1 / 85.0 / 76.3 %"; empty for none. */
    static String percents(List<Double> fractions) {
        return fractions.isEmpty()
                ? ""
                : fractions.stream()
                        .map(fraction -> String.format(Locale.ROOT, "%.1f", 100 * fraction))
                        .collect(Collectors.joining(" / ", "", "\u00a0%"));
    }

    /** Four significant digits: "0.05213", "12.30", "1.200e-07". */
    static String significant(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        int decimals = size == 0 ? 0 : Math.max(0, 4 - (rounded.precision() - rounded.scale()));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A number as it would be written by hand: "0.1", "0.0001". */
    static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : UNKNOWN;
    }

    /** Four significant digits at most: "0.0123", "0.004". */
    static String brief(double value) {
        return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6
                ? new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                : significant(value);
    }

    /** A number with one decimal: "0.4". */
    static String plainTenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** An interval of fractions in percent. */
    static String percentInterval(double low, double high) {
        return String.format(Locale.ROOT, "%.2f to %.2f\u00a0%%", 100 * low, 100 * high);
    }

    /** A whole number with its thousands apart: "50,000". */
    static String count(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : UNKNOWN;
    }
}
