package org.rectify.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.Proportion;

/** The share of test examples that are classified correctly: the mean over arms of different data, each of equal weight. */
final class Accuracy {

    private final List<Arm> arms;
    private final List<SortedMap<String, Double>> repetitions;

    /** Of at least one arm, all of which measured the error rate. */
    Accuracy(List<Arm> arms) {
        this.arms = List.copyOf(arms);
        this.repetitions = arms.stream().map(Accuracy::repetitions).toList();
    }

    private static SortedMap<String, Double> repetitions(Arm arm) {
        SortedMap<String, Double> repetitions = new TreeMap<>();
        arm.runs().forEach(run -> repetitions.put(Arms.repetition(run), 1 - run.test(Arm.ERROR_RATE)));
        repetitions.values().removeIf(accuracy -> !Double.isFinite(accuracy));
        return repetitions;
    }

    /** From 0 to 1. */
    double mean() {
        return average(arm -> 1 - arm.mean(Arm.ERROR_RATE));
    }

    /** Of the hidden units; NaN where it was not measured. */
    double sparsity() {
        return average(arm -> arm.mean("sparsity"));
    }

    private double average(Function<Arm, Double> value) {
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
        return alike ? Optional.of(ofRepetitions()) : Optional.empty();
    }

    private ConfidenceInterval ofRepetitions() {
        double[] means = repetitions.get(0).keySet().stream()
                .mapToDouble(key -> repetitions.stream()
                        .mapToDouble(runs -> runs.getOrDefault(key, Double.NaN))
                        .average()
                        .orElseThrow())
                .toArray();
        ConfidenceInterval interval = arms.get(0).estimate(means).interval(Arm.ALPHA);
        return new ConfidenceInterval(Math.max(0, interval.low()), Math.min(1, interval.high()));
    }

    /** The mean of tests of one size is the share of all their examples. */
    private Optional<ConfidenceInterval> ofSingleRuns() {
        int size = arms.get(0).sizes().test();
        boolean alike = arms.stream().allMatch(arm -> arm.sizes().test() == size);
        if (!alike || size < 1 || !(mean() >= 0 && mean() <= 1)) {
            return Optional.empty();
        }
        int examples = size * arms.size();
        return Optional.of(new Proportion((int) Math.round(mean() * examples), examples).wilson(Arm.ALPHA));
    }

    /** What the arms say of something, each saying once. */
    String said(Function<Arm, String> words) {
        return arms.stream()
                .map(words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
