package org.rectify.engine.comparison;

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
import org.rectify.api.error.DataException;
import org.rectify.engine.record.Predictions;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.statistics.ConfidenceInterval;
import org.rectify.engine.statistics.McNemar;

/**
 * Two runs side by side.
 *
 * @param first a run
 * @param second another
 * @param differences of settings and provenance, those that most likely explain different results first
 * @param results every metric on the test split, and the epochs
 * @param test the exact test on the answers to the same test examples; empty where it cannot be made
 * @param obstacle why it cannot be made, a sentence without its full stop; empty where it can
 */
public record RunComparison(
        RecordedRun first,
        RecordedRun second,
        List<RunDifference> differences,
        List<ResultPair> results,
        Optional<McNemar> test,
        String obstacle) {

    private static final double ALPHA = 0.05;

    /**
     * A number both runs may have.
     *
     * @param name of the metric
     * @param first NaN where the first run has none
     * @param second NaN where the second has none
     */
    public record ResultPair(String name, double first, double second) {}

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
        metrics.forEach(
                metric -> results.add(new ResultPair("test " + metric, first.test(metric), second.test(metric))));
        results.add(new ResultPair("best epoch", bestEpoch(first), bestEpoch(second)));
        results.add(new ResultPair("epochs", first.epochs(), second.epochs()));
        results.add(new ResultPair("examples per second", speed(first), speed(second)));
        return results;
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

    private static McNemar tested(RecordedRun first, RecordedRun second) {
        if (!first.dataset().equals(second.dataset())) {
            throw new IllegalArgumentException("they were tested on different data sets, "
                    + first.dataset().orElse("unknown") + " and "
                    + second.dataset().orElse("unknown"));
        }
        requireSameFiles(first, second);
        Predictions one = first.predictions();
        Predictions other = second.predictions();
        requireSameLabels(one.all(), other.all());
        return McNemar.of(one.correctness(), other.correctness());
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

    private static void requireSameLabels(List<Predictions.Prediction> first, List<Predictions.Prediction> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "one was tested on " + first.size() + " examples, the other on " + second.size());
        }
        if (first.isEmpty()) {
            throw new IllegalArgumentException("there were no test examples");
        }
        for (int row = 0; row < first.size(); row++) {
            if (first.get(row).label() != second.get(row).label()) {
                throw new IllegalArgumentException(
                        "their test examples differ: the labels of row " + row + " are not the same");
            }
        }
    }

    /** Whether the error rates differ at the level of 0.05; false where that was not tested. */
    public boolean isSignificant() {
        return test.map(pair -> pair.p() <= ALPHA).orElse(false);
    }

    /** The 95 % interval of the first's error rate minus the second's; empty where it was not tested. */
    public Optional<ConfidenceInterval> interval() {
        return test.map(pair -> pair.interval(ALPHA));
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

    private ObjectNode json(McNemar pair) {
        ConfidenceInterval difference = pair.interval(ALPHA);
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", "exact McNemar test")
                .put("examples", pair.examples())
                .put("only-first-wrong", pair.firstOnly())
                .put("only-second-wrong", pair.secondOnly())
                .put("p", pair.p())
                .put("risk-difference", pair.riskDifference())
                .put("significant", isSignificant());
        node.putArray("interval").add(difference.low()).add(difference.high());
        return node;
    }

    private static ValueNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : NullNode.getInstance();
    }
}
