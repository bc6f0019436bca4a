package org.rectify.report.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.Unit;
import org.rectify.engine.record.ClassPredictions;
import org.rectify.engine.record.ClassPredictions.Prediction;
import org.rectify.engine.record.NumberPredictions;
import org.rectify.engine.record.Predictions;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.McNemar;
import org.rectify.statistics.MeanEstimate;

/**
 * Two runs side by side.
 *
 * @param first a run
 * @param second another
 * @param differences of settings and provenance, those that most likely explain different results first
 * @param results every metric on the test split, and the epochs
 * @param test on what was told of the same test examples; empty where it cannot be made
 * @param obstacle why it cannot be made, a sentence without its full stop; empty where it can
 */
public record RunComparison(
        RecordedRun first,
        RecordedRun second,
        List<RunDifference> differences,
        List<ResultPair> results,
        Optional<AnswersTest> test,
        String obstacle) {

    private static final double ALPHA = 0.05;

    /**
     * A number both runs may have.
     *
     * @param name of the metric
     * @param unit of both
     * @param first NaN where the first run has none
     * @param second NaN where the second has none
     */
    public record ResultPair(String name, Unit unit, double first, double second) {}

    /** Compares runs. */
    public static RunComparison of(RecordedRun first, RecordedRun second) {
        List<RunDifference> differences = Differences.between(first, second);
        List<ResultPair> results = results(first, second);
        try {
            return new RunComparison(first, second, differences, results, Optional.of(tested(first, second)), "");
        } catch (DataException | IllegalArgumentException untestable) {
            return new RunComparison(
                    first, second, differences, results, Optional.empty(), String.valueOf(untestable.getMessage()));
        }
    }

    private static List<ResultPair> results(RecordedRun first, RecordedRun second) {
        TreeSet<String> metrics = new TreeSet<>();
        first.result().ifPresent(result -> metrics.addAll(result.test().keySet()));
        second.result().ifPresent(result -> metrics.addAll(result.test().keySet()));
        List<ResultPair> results = new ArrayList<>();
        metrics.forEach(metric -> results.add(new ResultPair(
                "test " + metric, unit(metric, first, second), first.test(metric), second.test(metric))));
        results.add(new ResultPair("best epoch", Unit.COUNT, bestEpoch(first), bestEpoch(second)));
        results.add(new ResultPair("epochs", Unit.COUNT, first.epochs(), second.epochs()));
        results.add(new ResultPair("examples per second", Unit.NUMBER, speed(first), speed(second)));
        return results;
    }

    /** Runs of earlier versions do not tell. */
    private static Unit unit(String metric, RecordedRun first, RecordedRun second) {
        Unit unit = first.metrics().of(metric).unit();
        return unit.equals(Unit.NUMBER) ? second.metrics().of(metric).unit() : unit;
    }

    private static double bestEpoch(RecordedRun run) {
        return run.result()
                .flatMap(RunResult::best)
                .map(best -> (double) best.epoch())
                .orElse(Double.NaN);
    }

    private static double speed(RecordedRun run) {
        return run.result().map(RunResult::examplesPerSecond).orElse(Double.NaN);
    }

    private static AnswersTest tested(RecordedRun first, RecordedRun second) {
        if (!first.dataset().equals(second.dataset())) {
            throw new IllegalArgumentException("they were tested on different data sets, "
                    + first.dataset().orElse("unknown") + " and "
                    + second.dataset().orElse("unknown"));
        }
        requireSameFiles(first, second);
        Predictions one = first.predictions();
        Predictions other = second.predictions();
        if (one instanceof ClassPredictions classes && other instanceof ClassPredictions others) {
            return tested(classes, others);
        }
        if (one instanceof NumberPredictions numbers && other instanceof NumberPredictions others) {
            return tested(numbers, others);
        }
        throw new IllegalArgumentException("one tells classes, the other numbers");
    }

    private static AnswersTest tested(ClassPredictions first, ClassPredictions second) {
        List<Prediction> one = first.all();
        List<Prediction> other = second.all();
        requireSameExamples(
                first,
                second,
                "labels",
                row -> one.get(row).label() == other.get(row).label());
        return new AnswersTest.OfClasses(McNemar.of(
                first.correctness().orElseThrow(), second.correctness().orElseThrow()));
    }

    private static AnswersTest tested(NumberPredictions first, NumberPredictions second) {
        if (first.numbers() != second.numbers()) {
            throw new IllegalArgumentException(
                    "one tells " + first.numbers() + " numbers of an example, the other " + second.numbers());
        }
        requireSameExamples(
                first,
                second,
                "true numbers",
                row -> IntStream.range(0, first.numbers())
                        .allMatch(i -> Double.compare(first.target(row, i), second.target(row, i)) == 0));
        return new AnswersTest.OfNumbers(MeanEstimate.of(IntStream.range(0, first.size())
                .mapToDouble(row -> difference(row, first, second))
                .toArray()));
    }

    private static double difference(int row, NumberPredictions first, NumberPredictions second) {
        double difference = first.squaredError(row) - second.squaredError(row);
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("the numbers told of row " + row + " are not finite");
        }
        return difference;
    }

    private static void requireSameFiles(RecordedRun first, RecordedRun second) {
        Map<String, String> sums = sums(first);
        sums(second).forEach((file, sum) -> {
            if (!sums.getOrDefault(file, sum).equals(sum)) {
                throw new IllegalArgumentException("the data file " + file + " was not the same for both");
            }
        });
    }

    private static Map<String, String> sums(RecordedRun run) {
        Map<String, String> sums = new HashMap<>();
        run.provenance()
                .ifPresent(from ->
                        from.dataset().checksums().forEach((file, sum) -> sums.put(Differences.fileName(file), sum)));
        return sums;
    }

    private static void requireSameExamples(
            Predictions first, Predictions second, String compared, IntPredicate alike) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "one was tested on " + first.size() + " examples, the other on " + second.size());
        }
        if (first.size() == 0) {
            throw new IllegalArgumentException("there were no test examples");
        }
        for (int row = 0; row < first.size(); row++) {
            if (!alike.test(row)) {
                throw new IllegalArgumentException(
                        "their test examples differ: the " + compared + " of row " + row + " are not the same");
            }
        }
    }

    /** Whether the answers differ at the level of 0.05; false where that was not tested. */
    public boolean isSignificant() {
        return test.map(made -> made.p() <= ALPHA).orElse(false);
    }

    /** The 95 % interval of the difference of losses; empty where it was not tested. */
    public Optional<ConfidenceInterval> interval() {
        return test.map(made -> made.interval(ALPHA));
    }

    /** The comparison as JSON, indented. */
    public String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("first", first.summary());
        node.set("second", second.summary());
        ArrayNode differing = node.putArray("differences");
        differences.forEach(difference -> differing
                .addObject()
                .put("origin", difference.origin())
                .put("name", difference.name())
                .put("first", difference.first())
                .put("second", difference.second()));
        ArrayNode measured = node.putArray("results");
        results.forEach(pair -> {
            ObjectNode one = measured.addObject().put("name", pair.name());
            one.set("first", number(pair.first()));
            one.set("second", number(pair.second()));
            one.set("difference", number(pair.first() - pair.second()));
        });
        node.set("test", test.map(this::json).orElse(null));
        node.put("obstacle", test.isPresent() ? null : obstacle);
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON could not be written", impossible);
        }
    }

    private ObjectNode json(AnswersTest made) {
        ConfidenceInterval difference = made.interval(ALPHA);
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("name", made.name()).put("examples", made.examples());
        boolean ofClasses = made instanceof AnswersTest.OfClasses;
        if (made instanceof AnswersTest.OfClasses classes) {
            node.put("only-first-wrong", classes.pair().firstOnly())
                    .put("only-second-wrong", classes.pair().secondOnly());
        }
        node.put("p", made.p())
                .put(ofClasses ? "risk-difference" : "mean-difference", made.difference())
                .put("significant", isSignificant());
        node.putArray("interval").add(difference.low()).add(difference.high());
        return node;
    }

    private static ValueNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : NullNode.getInstance();
    }
}
