package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TestFacts;

class StoppingTest {

    private static final double NAN = Double.NaN;

    @Test
    void bestValidationKeepsEachNewLowestError() {
        assertThat(kept(bestValidation(), 0.5, 0.3, 0.4, 0.2)).containsExactly(true, true, false, true);
    }

    @Test
    void bestValidationKeepsTheEarliestOfEquals() {
        assertThat(kept(bestValidation(), 0.3, 0.2, 0.2, 0.3, 0.2)).containsExactly(true, true, false, false, false);
    }

    @Test
    void bestValidationReturnsTheFirstMinimumOfAnyCurve() {
        qt().forAll(lists().of(integers().between(0, 20)).ofSizeBetween(1, 30)).check(curve -> {
            List<Boolean> kept = kept(
                    bestValidation(),
                    curve.stream().mapToDouble(errors -> errors / 20.0).toArray());
            return kept.lastIndexOf(true) == curve.indexOf(Collections.min(curve));
        });
    }

    @Test
    void anErrorThatIsNotANumberIsInfinitelyBad() {
        assertThat(kept(bestValidation(), NAN, 0.5, NAN, Double.POSITIVE_INFINITY, 0.4))
                .containsExactly(false, true, false, false, true);
        assertThat(kept(lastEpoch(), 0.5, NAN)).containsExactly(true, false);
    }

    @Test
    void learningEndsAfterAsManyMeasurementsWithoutALowerErrorAsPatienceAllows() {
        assertThat(stopped(bestValidation(2), 0.5, 0.6, 0.4, 0.4, 0.4))
                .containsExactly(false, false, false, false, true);
        assertThat(stopped(bestValidation(1), 0.5, 0.4, 0.4)).containsExactly(false, false, true);
    }

    @Test
    void aDivergedNetworkWearsPatienceOut() {
        assertThat(stopped(bestValidation(2), NAN, NAN)).containsExactly(false, true);
    }

    @Test
    void withoutPatienceLearningIsNeverEnded() {
        double[] rising = new double[10_000];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = (double) i / rising.length;
        }

        assertThat(stopped(bestValidation(), rising)).containsOnly(false);
    }

    @Test
    void lastEpochKeepsEveryMeasurementAndNeverEndsLearning() {
        assertThat(kept(lastEpoch(), 0.3, 0.4, 0.5)).containsExactly(true, true, true);
        assertThat(stopped(lastEpoch(), 0.3, 0.4, 0.5)).containsExactly(false, false, false);
    }

    @Test
    void watchesKnowNothingOfEachOther() {
        Stopping stopping = bestValidation(1);
        stopping.begin().observe(check(0.1));

        assertThat(stopping.begin().observe(check(0.9))).isEqualTo(new StoppingDecision(true, false));
    }

    @Test
    void measuresAtTheEndOfEachEpochUnlessGivenAnInterval() {
        assertThat(bestValidation().checkInterval()).isEmpty();
        assertThat(lastEpoch().checkInterval()).isEmpty();
        assertThat(create(Optional.empty(), 50_000).checkInterval()).hasValue(50_000);
    }

    @Test
    void bestValidationWatchesTheGivenMetricInItsDirection() {
        Stopping stopping = new BestValidation()
                .create(
                        new BestValidation.Options(Optional.of("accuracy"), Optional.empty(), 0),
                        TestContext.in(Path.of("")));
        StoppingWatch watch = stopping.begin();

        assertThat(watch.observe(check(0.5, 0.5)).keep()).isTrue();
        assertThat(watch.observe(check(0.4, 0.4)).keep()).isFalse();
        assertThat(watch.observe(check(0.6, 0.7)).keep()).isTrue();
    }

    @Test
    void aWatchGoesOnWhereItsStateWasSaved() {
        double[] errors = {NAN, 0.5, 0.6, 0.55, 0.4, 0.4, 0.45, 0.5};
        List<StoppingDecision> uninterrupted = verdicts(bestValidation(3), errors);
        for (int saved = 0; saved <= errors.length; saved++) {
            StoppingWatch first = bestValidation(3).begin();
            StoppingWatch second = bestValidation(3).begin();
            List<StoppingDecision> verdicts = new ArrayList<>(verdicts(first, Arrays.copyOf(errors, saved)));
            second.restore(first.state());
            verdicts.addAll(verdicts(second, Arrays.copyOfRange(errors, saved, errors.length)));

            assertThat(verdicts).as("saved after %s checks", saved).isEqualTo(uninterrupted);
        }
        assertThat(uninterrupted).filteredOn(StoppingDecision::stop).hasSize(1);
    }

    @Test
    void aWatchRefusesTheStateOfAnother() {
        assertThatThrownBy(() -> bestValidation().begin().restore(Map.of("best", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a state of best-validation holds best and since-best, not [best]");
        assertThatThrownBy(() -> lastEpoch().begin().restore(Map.of("best", 0.5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMetricsOfWhichNoValueIsBetter() {
        Map<String, MetricDescription> metrics = new LinkedHashMap<>();
        metrics.put("sparsity", new MetricDescription("sparsity", Unit.FRACTION, Direction.NEITHER));
        metrics.put("error-rate", new MetricDescription("error", Unit.FRACTION, Direction.LOWER));
        metrics.put("accuracy", new MetricDescription("accuracy", Unit.FRACTION, Direction.HIGHER));
        String accepted = "one of the metrics error-rate, accuracy; or add it to them";

        assertThat(objections(Optional.of("accuracy"), metrics)).isEmpty();
        assertThat(objections(Optional.of("rmse"), metrics))
                .containsExactly(new Objection("metric", "'rmse' is not measured", accepted));
        assertThat(objections(Optional.of("sparsity"), metrics))
                .containsExactly(new Objection("metric", "no value of 'sparsity' is better than another", accepted));
        assertThat(objections(Optional.empty(), metrics))
                .containsExactly(new Objection(
                        "metric", "no value of the first metric, 'sparsity', is better than another", accepted));
        metrics.remove("sparsity");
        assertThat(objections(Optional.empty(), metrics)).isEmpty();
    }

    private static List<Objection> objections(Optional<String> metric, Map<String, MetricDescription> metrics) {
        return new BestValidation()
                .check(
                        new BestValidation.Options(metric, Optional.empty(), 0),
                        TestFacts.of(Task.CLASSIFICATION).withMetrics(metrics));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesPatienceThatNeverWaits(int patience) {
        assertThatThrownBy(() -> bestValidation(patience))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("patience = " + patience + ": must be in [1, inf)");
    }

    @Test
    void refusesANegativeInterval() {
        assertThatThrownBy(() -> create(Optional.empty(), -1))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("check-interval = -1: must be in [0, inf)");
    }

    private static Stopping bestValidation() {
        return create(Optional.empty(), 0);
    }

    private static Stopping bestValidation(int patience) {
        return create(Optional.of(patience), 0);
    }

    private static Stopping create(Optional<Integer> patience, int checkInterval) {
        return new BestValidation()
                .create(
                        new BestValidation.Options(Optional.empty(), patience, checkInterval),
                        TestContext.in(Path.of("")));
    }

    private static Stopping lastEpoch() {
        return new LastEpoch().create(new NoOptions(), TestContext.in(Path.of("")));
    }

    private static Check check(double error) {
        return check(error, 1 - error);
    }

    private static Check check(double error, double accuracy) {
        Map<String, Check.Measured> measured = new LinkedHashMap<>();
        measured.put("error", measured(error, Direction.LOWER));
        measured.put("accuracy", measured(accuracy, Direction.HIGHER));
        return new Check(1, 100, 0.7, measured);
    }

    private static Check.Measured measured(double value, Direction direction) {
        return new Check.Measured(value, new MetricDescription("measured", Unit.FRACTION, direction));
    }

    private static List<Boolean> kept(Stopping stopping, double... errors) {
        return verdicts(stopping, errors).stream().map(StoppingDecision::keep).toList();
    }

    private static List<Boolean> stopped(Stopping stopping, double... errors) {
        return verdicts(stopping, errors).stream().map(StoppingDecision::stop).toList();
    }

    private static List<StoppingDecision> verdicts(Stopping stopping, double... errors) {
        return verdicts(stopping.begin(), errors);
    }

    private static List<StoppingDecision> verdicts(StoppingWatch watch, double... errors) {
        List<StoppingDecision> verdicts = new ArrayList<>();
        for (double error : errors) {
            verdicts.add(watch.observe(check(error)));
        }
        return verdicts;
    }
}
