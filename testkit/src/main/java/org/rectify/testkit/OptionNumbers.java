package org.rectify.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectify.api.component.Interval;
import org.rectify.api.component.PerLayer;

/** The numbers in options, and the numbers next to their ranges. */
final class OptionNumbers {

    private OptionNumbers() {}

    /** The numbers that an option's value holds. */
    static List<Double> in(Object value) {
        return flatten(value).map(Number::doubleValue).toList();
    }

    private static Stream<Number> flatten(Object value) {
        if (value instanceof Number number) {
            return Stream.of(number);
        }
        if (value instanceof PerLayer<?> layers) {
            return flatten(layers.values());
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(OptionNumbers::flatten);
        }
        return value instanceof List<?> list ? list.stream().flatMap(OptionNumbers::flatten) : Stream.of();
    }

    /** The numbers of a type that lie nearest to an interval without lying in it; for fractions also NaN. */
    static List<Object> justOutside(Class<?> type, Interval interval) {
        List<Object> outside = new ArrayList<>();
        if (OptionRecords.isWhole(type)) {
            addWhole(outside, type, interval, below(interval));
            addWhole(outside, type, interval, above(interval));
        } else {
            outside.add(OptionRecords.number(type, Double.NaN));
            addFraction(outside, type, interval, interval.lowest(), Double.NEGATIVE_INFINITY);
            addFraction(outside, type, interval, interval.highest(), Double.POSITIVE_INFINITY);
        }
        return outside;
    }

    private static double below(Interval interval) {
        return interval.includesLowest() ? Math.ceil(interval.lowest()) - 1 : Math.floor(interval.lowest());
    }

    private static double above(Interval interval) {
        return interval.includesHighest() ? Math.floor(interval.highest()) + 1 : Math.ceil(interval.highest());
    }

    private static void addWhole(List<Object> outside, Class<?> type, Interval interval, double number) {
        Object whole = OptionRecords.number(type, number);
        if (!interval.contains(((Number) whole).doubleValue())) {
            outside.add(whole);
        }
    }

    private static void addFraction(
            List<Object> outside, Class<?> type, Interval interval, double bound, double direction) {
        boolean single = type == float.class || type == Float.class;
        double number = single ? (float) bound : bound;
        while (interval.contains(number)) {
            double next = single ? Math.nextAfter((float) number, direction) : Math.nextAfter(number, direction);
            if (next == number) {
                return;
            }
            number = next;
        }
        outside.add(OptionRecords.number(type, number));
    }
}
