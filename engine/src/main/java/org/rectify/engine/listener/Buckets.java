package org.rectify.engine.listener;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.rectify.api.listener.Histogram;

/**
 * Buckets on both sides of zero, each a tenth wider than the one nearer to it: as fine for small numbers as for great ones,
 * alike for all histograms, and with exact zeros all but alone in theirs.
 */
final class Buckets {

    private static final double LEAST = 1e-12;
    private static final double GREATEST = 1e20;
    private static final double GROWTH = 1.1;

    private final double[] limits;

    Buckets() {
        List<Double> positive = new ArrayList<>();
        for (double limit = LEAST; limit < GREATEST; limit *= GROWTH) {
            positive.add(limit);
        }
        positive.add(Double.MAX_VALUE);
        double[] above = positive.stream().mapToDouble(Double::doubleValue).toArray();
        limits = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(above).map(limit -> -limit), DoubleStream.of(0)),
                        Arrays.stream(above))
                .sorted()
                .toArray();
    }

    /** Counts the finite ones of some numbers, from the first bucket that holds any to the last; empty where there are none. */
    Optional<Histogram> count(float[] numbers) {
        long[] counts = new long[limits.length];
        long count = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double sumOfSquares = 0;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                double value = number + 0.0; // of the two zeros the positive one
                counts[bucket(value)]++;
                count++;
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                sum += value;
                sumOfSquares += value * value;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        int first = bucket(lowest);
        int end = bucket(highest) + 1;
        return Optional.of(new Histogram(
                Arrays.stream(limits, first, end).boxed().toList(),
                LongStream.of(Arrays.copyOfRange(counts, first, end)).boxed().toList(),
                lowest,
                highest,
                count,
                sum,
                sumOfSquares));
    }

    /** The bucket that holds a number: its own limit belongs to the next one. */
    private int bucket(double number) {
        int found = Arrays.binarySearch(limits, number);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
