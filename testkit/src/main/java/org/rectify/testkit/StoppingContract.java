package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;

/**
 * What every stopping rule must satisfy; its author extends this class and names the rule.
 *
 * <pre>{@code
 * class PlateauTest extends StoppingContract {
 *     @Override
 *     protected Stopping stopping() {
 *         return Components.make(new MyPlugin().stoppings(), "plateau");
 *     }
 * }
 * }</pre>
 *
 * <p>A rule watches curves of a metric that is better the lower, and of one that is better the higher, beside another metric that
 * goes the other way: parameters whose measurement is not a number are never kept, the best are, of equals the earliest; and
 * what a watch remembers can be saved and loaded.
 *
 * @since 0.2
 */
public abstract class StoppingContract {

    private static final int CURVES = 50;
    private static final int CHECKS = 30;
    private static final int LEVELS = 8;
    private static final List<Direction> DIRECTIONS = List.of(Direction.LOWER, Direction.HIGHER);

    /** The rule under test. */
    protected abstract Stopping stopping();

    /** The name of the metric that the rule's options tell it to watch; empty, the default, for the first one. */
    protected String metric() {
        return "";
    }

    /** Whether the parameters returned are those of the best value measured before the end; overridden where they are not. */
    protected boolean keepsTheBest() {
        return true;
    }

    /** Whether of equally good parameters the earliest are returned; overridden where later ones are. */
    protected boolean keepsTheEarliestOfEquals() {
        return true;
    }

    @Test
    final void everyMeasurementIsJudged() {
        for (Direction direction : DIRECTIONS) {
            StoppingWatch watch = stopping().begin();
            for (Check check : checks(direction, curve(0))) {
                assertThat(watch.observe(check)).as("verdict on %s", check).isNotNull();
            }
        }
    }

    @Test
    final void whatIsNotANumberIsNeverKept() {
        for (Direction direction : DIRECTIONS) {
            double[] curve = curve(1);
            StoppingWatch watch = stopping().begin();
            for (int i = 0; i < CHECKS; i++) {
                double value = i % 3 == 1 ? curve[i] : Double.NaN;
                StoppingDecision verdict = watch.observe(check(i, direction, value));
                if (Double.isNaN(value)) {
                    assertThat(verdict.keep())
                            .as("parameters are kept at check %d, where the %s is not a number", i, name(direction))
                            .isFalse();
                }
            }
        }
    }

    @Test
    final void theFirstNumberIsKept() {
        for (Direction direction : DIRECTIONS) {
            for (int curve = 0; curve < CURVES; curve++) {
                assertThat(stopping()
                                .begin()
                                .observe(check(0, direction, curve(curve)[0]))
                                .keep())
                        .as("parameters are kept at the first check, where the %s is a number", name(direction))
                        .isTrue();
            }
        }
    }

    @Test
    final void theBestIsKeptInTheMetricsDirection() {
        assumeTrue(keepsTheBest(), "the rule does not return the best");
        for (Direction direction : DIRECTIONS) {
            for (int curve = 0; curve < CURVES; curve++) {
                double[] values = curve(curve);
                List<StoppingDecision> verdicts = untilTheEnd(stopping().begin(), checks(direction, values));
                double[] seen = Arrays.copyOf(values, verdicts.size());
                assertThat(seen[lastKept(verdicts)])
                        .as("%s of the parameters kept last, measured were %s", name(direction), Arrays.toString(seen))
                        .isEqualTo(best(direction, seen));
            }
        }
    }

    @Test
    final void ofEqualsTheEarliestIsKept() {
        assumeTrue(keepsTheBest() && keepsTheEarliestOfEquals(), "the rule does not return the earliest of equals");
        for (Direction direction : DIRECTIONS) {
            for (int curve = 0; curve < CURVES; curve++) {
                double[] values = curve(curve);
                List<StoppingDecision> verdicts = untilTheEnd(stopping().begin(), checks(direction, values));
                double[] seen = Arrays.copyOf(values, verdicts.size());
                double best = best(direction, seen);
                int earliest = 0;
                while (seen[earliest] != best) {
                    earliest++;
                }
                assertThat(lastKept(verdicts))
                        .as("the check whose parameters are kept last, measured were %s", Arrays.toString(seen))
                        .isEqualTo(earliest);
            }
        }
    }

    @Test
    final void aSavedStateGoesOnAlike() {
        for (Direction direction : DIRECTIONS) {
            List<Check> checks = checks(direction, curve(2));
            for (int saved = 0; saved < CHECKS; saved++) {
                StoppingWatch watch = stopping().begin();
                checks.subList(0, saved).forEach(watch::observe);
                StoppingWatch resumed = stopping().begin();
                resumed.restore(watch.state());
                assertThat(resumed.state())
                        .as("state after %d checks, restored", saved)
                        .isEqualTo(watch.state());
                for (Check check : checks.subList(saved, CHECKS)) {
                    assertThat(resumed.observe(check))
                            .as("verdict on %s by a watch restored after %d checks", check, saved)
                            .isEqualTo(watch.observe(check));
                }
            }
        }
    }

    @Test
    final void aSavedStateIsACopy() {
        double[] falling =
                IntStream.range(0, CHECKS).mapToDouble(i -> 1 / (1.0 + i)).toArray();
        List<Check> checks = checks(Direction.LOWER, falling);
        StoppingWatch watch = stopping().begin();
        watch.observe(checks.get(0));
        Map<String, Double> saved = watch.state();
        Map<String, Double> before = new HashMap<>(saved);
        checks.subList(1, CHECKS).forEach(watch::observe);
        assertThat(saved).as("a saved state after further checks").isEqualTo(before);
    }

    @Test
    final void aForeignStateIsRefused() {
        StoppingWatch watch = stopping().begin();
        assertThat(catchThrowable(() -> watch.restore(Map.of("of-another-rule", 1.0))))
                .as("refusal of a state that holds 'of-another-rule'")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    final void watchesKnowNothingOfEachOther() {
        Stopping stopping = stopping();
        List<Check> checks = checks(Direction.LOWER, curve(4));
        StoppingWatch alone = stopping().begin();
        StoppingWatch first = stopping.begin();
        StoppingWatch second = stopping.begin();
        List<Check> others = checks(Direction.LOWER, curve(5));
        for (int i = 0; i < CHECKS; i++) {
            second.observe(others.get(i));
            assertThat(first.observe(checks.get(i)))
                    .as("verdict on %s, beside another watch", checks.get(i))
                    .isEqualTo(alone.observe(checks.get(i)));
        }
    }

    @Test
    final void measurementsAreUpdatesApart() {
        Stopping stopping = stopping();
        stopping.checkInterval()
                .ifPresent(updates ->
                        assertThat(updates).as("updates between two checks").isPositive());
        assertThat(stopping.checkInterval())
                .as("updates between two checks, asked again")
                .isEqualTo(stopping.checkInterval());
    }

    private static List<StoppingDecision> untilTheEnd(StoppingWatch watch, List<Check> checks) {
        List<StoppingDecision> verdicts = new ArrayList<>();
        for (Check check : checks) {
            StoppingDecision verdict = watch.observe(check);
            verdicts.add(verdict);
            if (verdict.stop()) {
                break;
            }
        }
        return verdicts;
    }

    /** -1 where none is, which is no check. */
    private static int lastKept(List<StoppingDecision> verdicts) {
        int last = verdicts.stream().map(StoppingDecision::keep).toList().lastIndexOf(true);
        assertThat(last).as("the check whose parameters are kept last").isNotNegative();
        return last;
    }

    private static double best(Direction direction, double[] values) {
        DoubleStream stream = Arrays.stream(values);
        return (direction == Direction.LOWER ? stream.min() : stream.max()).orElseThrow();
    }

    private List<Check> checks(Direction direction, double[] values) {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            checks.add(check(i, direction, values[i]));
        }
        return checks;
    }

    /** A check before learning where the index is 0, which has no training cost. */
    private Check check(int index, Direction direction, double value) {
        Check.Measured watched = new Check.Measured(value, description(direction));
        Check.Measured other = new Check.Measured(
                -value, description(direction == Direction.LOWER ? Direction.HIGHER : Direction.LOWER));
        Map<String, Check.Measured> validation = new LinkedHashMap<>();
        if (metric().isEmpty()) {
            validation.put("watched", watched);
            validation.put("other", other);
        } else {
            validation.put("other", new Check.Measured(1 / (1.0 + index), description(direction)));
            validation.put(metric(), watched);
        }
        return new Check(index, 100L * index, index == 0 ? Double.NaN : Math.abs(value), validation);
    }

    private static MetricDescription description(Direction direction) {
        return new MetricDescription(name(direction), Unit.NUMBER, direction);
    }

    private static String name(Direction direction) {
        return direction == Direction.LOWER ? "error" : "accuracy";
    }

    /** Few levels, so that equals are among them. */
    private static double[] curve(int number) {
        RandomStream random = new RandomStreams(20).stream("curve", number);
        return DoubleStream.generate(() -> random.nextInt(LEVELS) / (double) LEVELS)
                .limit(CHECKS)
                .toArray();
    }
}
