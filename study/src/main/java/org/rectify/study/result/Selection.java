package org.rectify.study.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rectify.api.facts.Direction;
import org.rectify.engine.config.SelectionRule;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.plan.Replicate;
import org.rectify.study.plan.StudyPlan;

/**
 * The point of the grid that each repetition of each cell selects by its validation examples, and which trials that takes
 * (item 19).
 *
 * <p>The best value is selected; among equals the earlier epoch, then the larger learning rate, then the earlier point.
 * Trials that failed or diverged never are (item 21).
 */
public final class Selection {

    private static final String LEARNING_RATE = "learning-rate";

    private final StudyPlan plan;
    private final Outcomes outcomes;
    private final String criterion;
    private final boolean firstForAll;
    private final List<PlacedTrial> needed = new ArrayList<>();
    private final Map<Integer, Map<Replicate, PlacedTrial>> selected = new LinkedHashMap<>();

    /** The selection as far as outcomes allow it. */
    public Selection(StudyPlan plan, Outcomes outcomes) {
        this.plan = plan;
        this.outcomes = outcomes;
        this.criterion = plan.metrics().selectBy();
        this.firstForAll = plan.spec().settings().select() == SelectionRule.FIRST_SEED;
        plan.cells().forEach(this::select);
    }

    private void select(List<PlacedTrial> cell) {
        Map<Replicate, List<PlacedTrial>> replicates = cell.stream()
                .collect(Collectors.groupingBy(PlacedTrial::replicate, LinkedHashMap::new, Collectors.toList()));
        Map<Replicate, PlacedTrial> chosen =
                selected.computeIfAbsent(cell.get(0).cell().number(), number -> new LinkedHashMap<>());
        Optional<Integer> choiceOfFirst = Optional.empty();
        boolean first = true;
        for (Map.Entry<Replicate, List<PlacedTrial>> replicate : replicates.entrySet()) {
            List<PlacedTrial> candidates = replicate.getValue();
            if (!first && firstForAll && candidates.size() > 1) {
                int point = choiceOfFirst.orElse(-1);
                candidates = candidates.stream()
                        .filter(row -> row.point().number() == point)
                        .toList();
            }
            needed.addAll(candidates);
            Optional<PlacedTrial> best = best(candidates);
            best.ifPresent(row -> chosen.put(replicate.getKey(), row));
            if (first) {
                choiceOfFirst = best.map(row -> row.point().number());
                first = false;
            }
        }
    }

    /** Empty until all have ended, and where none was any good. */
    private Optional<PlacedTrial> best(List<PlacedTrial> candidates) {
        if (!candidates.stream().allMatch(outcomes::ended)) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(row -> Double.isFinite(value(row)))
                .min(Comparator.comparingDouble(this::badness)
                        .thenComparingInt(row -> outcomes.of(row).orElseThrow().bestEpoch())
                        .thenComparing(Comparator.comparingDouble(Selection::learningRate)
                                .reversed())
                        .thenComparingInt(row -> row.point().number()));
    }

    /** Lower is better, whatever the direction of the metric. */
    private double badness(PlacedTrial row) {
        return plan.metrics().criterion().direction() == Direction.HIGHER ? -value(row) : value(row);
    }

    private double value(PlacedTrial row) {
        return outcomes.of(row)
                .filter(result -> !result.diverged())
                .map(result -> result.validation().getOrDefault(criterion, Double.NaN))
                .orElse(Double.NaN);
    }

    private static double learningRate(PlacedTrial row) {
        return row.point().values().entrySet().stream()
                .filter(value -> value.getKey().endsWith(LEARNING_RATE))
                .mapToDouble(value -> number(value.getValue()))
                .sum();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The selected rows of each cell, by repetition; cells by number. */
    public Map<Integer, Map<Replicate, PlacedTrial>> selected() {
        return selected;
    }

    /** Whether a row was selected. */
    public boolean isSelected(PlacedTrial row) {
        Map<Replicate, PlacedTrial> ofCell = selected.getOrDefault(row.cell().number(), Map.of());
        return row.equals(ofCell.get(row.replicate()));
    }

    /** The rows whose trials the study takes, as far as is known. */
    public List<PlacedTrial> needed() {
        return needed;
    }

    /**
     * The trials that are still to run: the first repetition of every cell before the second of any, so that a table fills
     * evenly.
     */
    public Collection<PlannedTrial> open() {
        List<Replicate> order =
                plan.rows().stream().map(PlacedTrial::replicate).distinct().toList();
        Map<String, PlannedTrial> open = new LinkedHashMap<>();
        needed.stream()
                .filter(row -> !outcomes.ended(row))
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.replicate())))
                .forEach(row -> open.putIfAbsent(row.trial().identity(), row.trial()));
        return open.values();
    }
}
