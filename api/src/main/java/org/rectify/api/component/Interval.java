package org.rectify.api.component;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of numbers, open or closed at each end, as {@link Describe#range()} writes it.
 *
 * @param lowest may be {@code -Infinity}
 * @param highest may be {@code Infinity}
 * @since 0.1
 */
public record Interval(double lowest, boolean includesLowest, double highest, boolean includesHighest) {

    private static final Pattern NOTATION = Pattern.compile("([\\[(])\\s*(\\S+)\\s*,\\s*(\\S+?)\\s*([\\])])");

    /** Refuses intervals that hold nothing. */
    public Interval {
        if (!(lowest < highest) && !(lowest == highest && includesLowest && includesHighest)) {
            throw new IllegalArgumentException("empty interval from " + lowest + " to " + highest);
        }
    }

    /**
     * Reads {@code "[0, 1)"}; {@code inf} and {@code -inf} stand for the infinities.
     *
     * @throws IllegalArgumentException when the text is not an interval
     */
    public static Interval parse(String notation) {
        Matcher matcher = NOTATION.matcher(notation.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an interval: \"" + notation + "\"");
        }
        return new Interval(
                number(matcher.group(2)),
                matcher.group(1).equals("["),
                number(matcher.group(3)),
                matcher.group(4).equals("]"));
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Whether a number lies inside; NaN lies in no interval. */
    public boolean contains(double number) {
        return (includesLowest ? number >= lowest : number > lowest)
                && (includesHighest ? number <= highest : number < highest);
    }
}
