package org.rectify.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.RepeatedMeasurement;

/** The share of test examples that are classified correctly: the mean over arms of different data, each of equal weight. */
final class Accuracy {

    private final List<Setting> arms;
    private final List<SortedMap<String, Double>> repetitions;

    /** Of at least one arm, all of which measured the error rate. */
    Accuracy(List<Setting> arms) {
        this.arms = List.copyOf(arms);
        this.repetitions = arms.stream().map(Accuracy::repetitions).toList();
    }

    private static SortedMap<String, Double> repetitions(Setting arm) {
        SortedMap<String, Double> repetitions = new TreeMap<>();
        arm.runs().forEach(run -> repetitions.put(Arms.repetition(run), 1 - run.test(Setting.ERROR_RATE)));
        repetitions.values().removeIf(accuracy -> !Double.isFinite(accuracy));
        return repetitions;
    }

    /** From 0 to 1. */
    double mean() {
        return average(arm -> 1 - arm.mean(Setting.ERROR_RATE));
    }

    /** Of the hidden units; NaN where it was not measured. */
    double sparsity() {
        return average(arm -> arm.mean("sparsity"));
    }

    private double average(Function<Setting, Double> value) {
        return arms.stream().mapToDouble(value::apply).average().orElseThrow();
    }

    /** Runs of the arm that has the fewest. */
    int runs() {
        return repetitions.stream().mapToInt(SortedMap::size).min().orElseThrow();
    }

    /**
     * Where the mean lies: by its spread over seeds and folds where all arms have the same, of single runs by the number of
     * their test examples; empty where neither can be told.
     */
    Optional<ConfidenceInterval> interval() {
        if (repetitions.stream().allMatch(runs -> runs.size() == 1)) {
            return ofSingleRuns();
        }
        boolean alike = repetitions.stream().map(SortedMap::keySet).distinct().count() == 1;
        return alike ? ofRepetitions() : Optional.empty();
    }

    private Optional<ConfidenceInterval> ofRepetitions() {
        double[] means = repetitions.get(0).keySet().stream()
                .mapToDouble(key -> repetitions.stream()
                        .mapToDouble(runs -> runs.getOrDefault(key, Double.NaN))
                        .average()
                        .orElseThrow())
                .toArray();
        return new RepeatedMeasurement(means, arms.get(0).folds(), true, OptionalInt.empty()).interval(Setting.ALPHA);
    }

    /** The mean of tests of one size is the share of all their examples. */
    private Optional<ConfidenceInterval> ofSingleRuns() {
        int size = arms.get(0).sizes().test();
        boolean alike = arms.stream().allMatch(arm -> arm.sizes().test() == size);
        if (!alike) {
            return Optional.empty();
        }
        return new RepeatedMeasurement(new double[] {mean()}, 0, true, OptionalInt.of(size * arms.size()))
                .interval(Setting.ALPHA);
    }

    /** What the arms say of something, each saying once. */
    String said(Function<Setting, String> words) {
        return arms.stream()
                .map(words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
