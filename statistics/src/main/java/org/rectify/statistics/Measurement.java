package org.rectify.statistics;

import java.util.Map;
import java.util.Optional;

/**
 * What one trained network of an arm measured.
 *
 * @param seed of its run
 * @param fold the part of the data it was tested on; empty where all of it was used
 * @param values by name: of metrics, or of settings like a penalty's coefficient; absent or not finite where it is not known or
 *     learning diverged
 * @param answers which test examples it got right, by the names of metrics that are the fraction of the others; none where
 *     that is not known
 */
public record Measurement(
        long seed, Optional<Fold> fold, Map<String, Double> values, Map<String, Correctness> answers) {

    /** Copies the maps. */
    public Measurement {
        values = Map.copyOf(values);
        answers = Map.copyOf(answers);
    }

    /** One that is no fold. */
    public static Measurement of(long seed, Map<String, Double> values, Map<String, Correctness> answers) {
        return new Measurement(seed, Optional.empty(), values, answers);
    }

    /** A value by its name; NaN where it is absent. */
    double value(String metric) {
        return values.getOrDefault(metric, Double.NaN);
    }

    /** The answers of which a metric is the fraction of wrong ones, where they are known. */
    Optional<Correctness> answers(String metric) {
        return Optional.ofNullable(answers.get(metric));
    }

    /** What measurements of different arms have in common when they are a pair. */
    Unit unit() {
        return new Unit(seed, fold);
    }

    /**
     * One of the parts that cross-validation tests in turn, training on all the others.
     *
     * @param index from 0
     * @param count of parts, at least 2
     */
    public record Fold(int index, int count) {

        /** Refuses what is no part. */
        public Fold {
            if (count < 2 || index < 0 || index >= count) {
                throw new IllegalArgumentException("there is no fold " + index + " of " + count);
            }
        }
    }

    /** A seed, and a fold if there are any. */
    record Unit(long seed, Optional<Fold> fold) {}
}
