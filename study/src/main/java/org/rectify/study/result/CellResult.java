package org.rectify.study.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.MeanEstimate;
import org.rectify.statistics.RepeatedMeasurement;
import org.rectify.study.plan.Cell;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.Replicate;
import org.rectify.study.plan.StudyPlan;

/**
 * A row of a study's table: what the selected trials of a cell came to.
 *
 * @param cell of the study
 * @param metric that is shown
 * @param description of its values
 * @param folds into which the labelled examples are parted; 0 where they are not
 * @param selected rows and their results, by repetition
 * @param missing repetitions without a selected trial, and why
 */
public record CellResult(
        Cell cell,
        String metric,
        MetricDescription description,
        int folds,
        Map<PlacedTrial, TrialResult> selected,
        List<String> missing) {

    /** One minus the confidence of every interval of a table. */
    public static final double ALPHA = 0.05;

    /** The results of every cell, in the order of the table. */
    public static List<CellResult> all(StudyPlan plan, Outcomes outcomes) {
        Selection selection = new Selection(plan, outcomes);
        List<CellResult> cells = new ArrayList<>();
        for (List<PlacedTrial> rows : plan.cells()) {
            cells.add(of(plan, rows, selection, outcomes));
        }
        return cells;
    }

    private static CellResult of(StudyPlan plan, List<PlacedTrial> rows, Selection selection, Outcomes outcomes) {
        Cell cell = rows.get(0).cell();
        Map<Replicate, PlacedTrial> chosen = selection.selected().getOrDefault(cell.number(), Map.of());
        Map<PlacedTrial, TrialResult> selected = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        rows.stream().map(PlacedTrial::replicate).distinct().forEach(replicate -> {
            PlacedTrial row = chosen.get(replicate);
            if (row == null) {
                missing.add(why(replicate, rows, outcomes));
            } else {
                outcomes.of(row).ifPresent(result -> selected.put(row, result));
            }
        });
        String metric = plan.metrics().reported();
        return new CellResult(
                cell,
                metric,
                plan.metrics().description(metric),
                plan.spec().settings().folds().orElse(0),
                selected,
                missing);
    }

    private static String why(Replicate replicate, List<PlacedTrial> rows, Outcomes outcomes) {
        List<PlacedTrial> ended = rows.stream()
                .filter(row -> row.replicate().equals(replicate) && outcomes.ended(row))
                .toList();
        String why = ended.isEmpty()
                ? "not run"
                : ended.stream()
                        .map(row -> outcomes.of(row).isPresent() ? "diverged" : "failed")
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" or "));
        return "seed " + replicate.seed() + (replicate.fold() > 0 ? ", fold " + replicate.fold() : "") + ": " + why;
    }

    /** The values of the metric on test examples, of the repetitions that have one. */
    public double[] values() {
        return selected.values().stream()
                .filter(result -> result.test().containsKey(metric))
                .mapToDouble(result -> result.test().getOrDefault(metric, Double.NaN))
                .toArray();
    }

    /** The metric's values on test examples, as repetitions of one measurement. */
    public RepeatedMeasurement measurement() {
        OptionalInt examples = description.unit().equals(Unit.EXAMPLES)
                ? selected.values().stream().mapToInt(TrialResult::testExamples).findFirst()
                : OptionalInt.empty();
        return new RepeatedMeasurement(values(), folds, isFraction(), examples);
    }

    private boolean isFraction() {
        return description.unit().equals(Unit.EXAMPLES) || description.unit().equals(Unit.FRACTION);
    }

    /** Mean of the metric over repetitions; empty where there is none. */
    public OptionalDouble mean() {
        return measurement().mean();
    }

    /** Mean sparsity of hidden layers over repetitions; empty where there is none. */
    public OptionalDouble sparsity() {
        return selected.values().stream()
                .mapToDouble(TrialResult::sparsity)
                .filter(Double::isFinite)
                .average();
    }

    /** Mean and spread over repetitions; empty with fewer than two. */
    public Optional<MeanEstimate> estimate() {
        return measurement().estimate();
    }

    /** Where the metric lies. */
    public Optional<ConfidenceInterval> interval() {
        return measurement().interval(ALPHA);
    }

    /** The selected values of each hyper-parameter, and how often each was. */
    public Map<String, Map<String, Integer>> chosen() {
        Map<String, Map<String, Integer>> chosen = new LinkedHashMap<>();
        selected.keySet()
                .forEach(row -> row.point()
                        .values()
                        .forEach((path, value) -> chosen.computeIfAbsent(path, key -> new TreeMap<>())
                                .merge(value, 1, Integer::sum)));
        return chosen;
    }
}
