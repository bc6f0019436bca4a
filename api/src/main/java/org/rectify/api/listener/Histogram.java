package org.rectify.api.listener;

import java.util.List;

/**
 * How the numbers of an array are distributed; those that are not finite are left out.
 *
 * @param limits the upper end of each bucket, rising; a bucket begins where the one before it ends, and holds its lower end
 *     but not its upper
 * @param counts how many numbers lie in each bucket
 * @param lowest of the numbers
 * @param highest of the numbers
 * @param count how many numbers there are
 * @param sum of the numbers
 * @param sumOfSquares of the numbers
 * @since 0.2
 */
public record Histogram(
        List<Double> limits,
        List<Long> counts,
        double lowest,
        double highest,
        long count,
        double sum,
        double sumOfSquares) {

    /** Copies the lists; refuses another number of counts than of limits. */
    public Histogram {
        limits = List.copyOf(limits);
        counts = List.copyOf(counts);
        if (limits.size() != counts.size()) {
            throw new IllegalArgumentException(counts.size() + " counts for " + limits.size() + " buckets");
        }
    }
}
