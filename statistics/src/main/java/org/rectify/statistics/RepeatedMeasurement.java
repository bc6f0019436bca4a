package org.rectify.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A quantity that was measured once for each seed and fold.
 *
 * @param values finite ones; may be empty
 * @param folds into which the labelled examples are parted; 0 or 1 where they are not
 * @param fraction whether values are from 0 to 1, which Student's t does not know
 * @param examples of which one value is a share; empty where it is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record RepeatedMeasurement(double[] values, int folds, boolean fraction, OptionalInt examples) {

    /** Copies the array. */
    public RepeatedMeasurement {
        values = values.clone();
    }

    /** The mean; empty without values. */
    public OptionalDouble mean() {
        return Arrays.stream(values).average();
    }

    /** Mean and spread, of folds with the correction of Nadeau and Bengio; empty with fewer than two values. */
    public Optional<MeanEstimate> estimate() {
        if (values.length < 2) {
            return Optional.empty();
        }
        return Optional.of(folds > 1 ? MeanEstimate.ofResamples(1.0 / (folds - 1), values) : MeanEstimate.of(values));
    }

    /**
     * Where the mean lies: by Student's t over repetitions, cut off at the ends of what a fraction can be; of one share of
     * examples by Wilson's score.
     *
     * @param alpha one minus the confidence
     * @return empty where the values do not tell
     */
    public Optional<ConfidenceInterval> interval(double alpha) {
        Optional<MeanEstimate> estimate = estimate();
        if (estimate.isPresent()) {
            ConfidenceInterval interval = estimate.get().interval(alpha);
            return Optional.of(fraction ? interval.within(0, 1) : interval);
        }
        boolean share = values.length == 1 && values[0] >= 0 && values[0] <= 1 && examples.orElse(0) > 0;
        return share ? Optional.of(share(values[0], examples.getAsInt()).wilson(alpha)) : Optional.empty();
    }

    private static Proportion share(double rate, int examples) {
        return new Proportion((int) Math.round(rate * examples), examples);
    }
}
