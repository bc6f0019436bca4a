package org.rectify.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectify.api.facts.Unit;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.MeanEstimate;
import org.rectify.statistics.RepeatedMeasurement;

/**
 * Runs that differ in seed and fold only, and in the learning rate that validation selected.
 *
 * @param name tells it from all others
 * @param source the study it belongs to; empty for runs by themselves
 * @param settings that its runs share
 * @param runs one for each seed and fold, at least one
 * @param unselected runs of other learning rates
 */
record Setting(String name, String source, SortedMap<String, String> settings, List<RecordedRun> runs, int unselected) {

    static final String ERROR_RATE = "error-rate";
    static final String RATE = "fine-tuning.optimizer.learning-rate";
    static final String FOLD = "cross-validation.fold";
    static final String PENALTY = "network.penalty.coefficient";
    static final double ALPHA = 0.05;

    private static final String NONE = "none";

    /** The alpha of units that are softplus(alpha z) / alpha without being called so. */
    private static final Map<String, Double> SHARPNESS = Map.of("softplus", 1.0, "rectifier", Double.POSITIVE_INFINITY);

    /** Copies the list. */
    Setting {
        runs = List.copyOf(runs);
    }

    /** What its hidden units compute. */
    String neuron() {
        return settings.getOrDefault("network.activation.type", "");
    }

    /** The alpha of its hidden units where they are softplus(alpha z) / alpha, infinite of rectifiers; NaN of others (item 4). */
    double sharpness() {
        return neuron().equals("rescaled-softplus")
                ? number("network.activation.alpha", 1)
                : SHARPNESS.getOrDefault(neuron(), Double.NaN);
    }

    /** How its layers were pre-trained; empty if they were not. */
    Optional<String> pretraining() {
        return Optional.of(settings.getOrDefault("pretraining.type", NONE)).filter(type -> !type.equals(NONE));
    }

    /** The data set's type. */
    String dataset() {
        return settings.getOrDefault("dataset.type", "");
    }

    /** Whether it tells negative from positive reviews, and not how many stars they give. */
    boolean ofPolarity() {
        return settings.getOrDefault("dataset.labels", "").equals("polarity");
    }

    /** Units of each hidden layer. */
    List<Integer> hidden() {
        return Stream.of(settings.getOrDefault("network.hidden", "")
                        .replaceAll("[^0-9,]", "")
                        .split(",", -1))
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** The network's shape in words: {@code 3 × 1000}. */
    String shape() {
        List<Integer> hidden = hidden();
        if (hidden.isEmpty()) {
            return "no hidden layer";
        }
        return hidden.stream().distinct().count() == 1
                ? hidden.size() + " × " + hidden.get(0)
                : hidden.stream().map(String::valueOf).collect(Collectors.joining("–"));
    }

    /** The part of the training labels that was learned from. */
    double labelFraction() {
        return number("fine-tuning.label-fraction", 1);
    }

    /** The coefficient of the penalty on activations; 0 where there is none. */
    double penalty() {
        return number(PENALTY, 0);
    }

    private double number(String path, double otherwise) {
        try {
            return Double.parseDouble(settings.getOrDefault(path, String.valueOf(otherwise)));
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** Training examples of its runs. */
    int trainingExamples() {
        return sizes().train();
    }

    /** Sizes of the data set of its runs. */
    RunResult.DatasetSizes sizes() {
        return runs.get(0).result().orElseThrow().dataset();
    }

    /** A metric on the test examples, of each run that measured it. */
    double[] values(String metric) {
        return runs.stream()
                .mapToDouble(run -> run.test(metric))
                .filter(Double::isFinite)
                .toArray();
    }

    /** Its mean over runs; NaN where none measured it. */
    double mean(String metric) {
        return runs.stream()
                .mapToDouble(run -> run.test(metric))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Its standard deviation over runs; NaN of fewer than two. */
    double deviation(String metric) {
        return measurement(metric).estimate().map(MeanEstimate::deviation).orElse(Double.NaN);
    }

    /** Where a metric lies. */
    Optional<ConfidenceInterval> interval(String metric) {
        return measurement(metric).interval(ALPHA);
    }

    private RepeatedMeasurement measurement(String metric) {
        OptionalInt examples = metric.equals(ERROR_RATE) ? OptionalInt.of(sizes().test()) : OptionalInt.empty();
        return new RepeatedMeasurement(
                values(metric), folds(), Paper.unit(metric).equals(Unit.FRACTION), examples);
    }

    /** Into how many parts the labelled examples of its runs are parted; 0 where they are not. */
    int folds() {
        return (int) number("cross-validation.folds", 0);
    }

    /** The lowest mean validation error; infinite where it was not measured. */
    double validation() {
        return runs.stream().mapToDouble(Arms::validation).average().orElse(Double.POSITIVE_INFINITY);
    }

    /** The supervised rates that were selected, and how often each was. */
    String rates() {
        SortedMap<String, Long> counts = runs.stream()
                .map(run -> run.settings().getOrDefault(RATE, ""))
                .filter(rate -> !rate.isEmpty())
                .collect(Collectors.groupingBy(rate -> rate, TreeMap::new, Collectors.counting()));
        return counts.size() == 1
                ? counts.firstKey()
                : counts.entrySet().stream()
                        .map(rate -> rate.getKey() + " (" + rate.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** The unsupervised rates that were chosen, layer by layer, of the first run that tells them. */
    String pretrainingRates() {
        return runs.stream()
                .flatMap(run -> run.pretraining().stream())
                .filter(course -> !course.chosen().isEmpty())
                .findFirst()
                .map(course -> course.chosen().stream()
                        .sorted(Comparator.comparingInt(LayerProgress::layer))
                        .map(choice -> Numbers.plain(choice.learningRate()))
                        .collect(Collectors.joining(" / ")))
                .orElse("");
    }
}
