package org.rectify.study.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.Unit;
import org.rectify.engine.config.ClaimSpec;
import org.rectify.statistics.Claims;
import org.rectify.statistics.Correctness;
import org.rectify.statistics.Judgement;
import org.rectify.statistics.Measurement;
import org.rectify.statistics.Results;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.plan.StudyMetrics;
import org.rectify.study.plan.StudyPlan;

/**
 * A claim of a study's file, and what its results say of it (items 61 and 75-84).
 *
 * @param claim as the file makes it
 * @param judgement by the selected trials
 */
public record ClaimVerdict(ClaimSpec claim, Judgement judgement) {

    private static final String EXAMPLES_PER_SECOND = "examples-per-second";

    /** Between the same fraction counted and measured. */
    private static final double ROUNDING = 1e-9;

    /**
     * The verdicts on the claims of a study.
     *
     * @param cells of the table, each an arm by its name
     * @param correctness which test examples a trial classified correctly, where that is known
     */
    public static List<ClaimVerdict> of(
            StudyPlan plan, List<CellResult> cells, Function<PlannedTrial, Optional<Correctness>> correctness) {
        List<ClaimSpec> claims = plan.spec().claims();
        if (claims.isEmpty()) {
            return List.of();
        }
        Map<String, List<Measurement>> arms = new HashMap<>();
        for (CellResult cell : cells) {
            List<Measurement> measurements = new ArrayList<>();
            cell.selected()
                    .forEach((row, result) -> measurements.add(new Measurement(
                            row.replicate().seed(),
                            fold(row, cell.folds()),
                            values(row, result),
                            answers(plan.metrics(), result, correctness.apply(row.trial())))));
            arms.put(cell.cell().name(), measurements);
        }
        Results results = new Results(arms);
        return claims.stream()
                .map(claim -> new ClaimVerdict(claim, Claims.judge(claim.claim(), results)))
                .toList();
    }

    private static Optional<Measurement.Fold> fold(PlacedTrial row, int folds) {
        int fold = row.replicate().fold();
        return fold > 0 ? Optional.of(new Measurement.Fold(fold - 1, folds)) : Optional.empty();
    }

    /** What was measured on test examples, the speed of learning, and the numbers among the settings of the row. */
    private static Map<String, Double> values(PlacedTrial row, TrialResult result) {
        Map<String, Double> values = new HashMap<>();
        row.cell().axes().forEach((axis, value) -> number(value).ifPresent(number -> values.put(axis, number)));
        row.point().values().forEach((path, value) -> number(value).ifPresent(number -> values.put(path, number)));
        values.putAll(result.test());
        values.put(EXAMPLES_PER_SECOND, result.examplesPerSecond());
        return values;
    }

    /** The metrics that are nothing but the fraction of examples classified wrongly. */
    private static Map<String, Correctness> answers(
            StudyMetrics metrics, TrialResult result, Optional<Correctness> correctness) {
        Map<String, Correctness> answers = new HashMap<>();
        correctness.ifPresent(known -> metrics.descriptions().forEach((metric, description) -> {
            double value = result.test().getOrDefault(metric, Double.NaN);
            if (description.unit().equals(Unit.EXAMPLES)
                    && description.direction() == Direction.LOWER
                    && Math.abs(value - known.errorRate().rate()) <= ROUNDING) {
                answers.put(metric, known);
            }
        }));
        return answers;
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
