package org.rectify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.activation.Activation;
import org.rectify.engine.record.RecordedRun;
import org.rectify.report.Chart.Point;
import org.rectify.report.Chart.Series;
import org.rectify.statistics.SpearmanCorrelation;

/** The figures of the paper: functions, paths, and what our runs give of figure 3. */
final class PaperFigures {

    private static final int SAMPLES = 300;
    private static final int LEAST_NETWORKS = 5;
    private static final int LEAST_FRACTIONS = 3;
    private static final String SPARSITY = "sparsity";

    private final DrawnFunctions functions;
    private final List<Setting> arms;

    PaperFigures(DrawnFunctions functions, List<Setting> arms) {
        this.functions = functions;
        this.arms = arms;
    }

    List<Drawing> drawings() {
        return List.of(
                firingRate(),
                squashing(),
                new Drawing.Paths(
                        "figure-2-left",
                        "Figure 2, left.",
                        "Sparse propagation in a network of rectifiers with random weights, one input on the left: units that are"
                                + " zero and connections that carry nothing are faint. Gradients flow back along the same paths.",
                        PathDiagram.of(DrawnFunctions.function(functions.rectifier()))),
                smoothness(),
                sparsity(),
                fractions());
    }

    private Drawing firingRate() {
        return curves(
                "figure-1-left",
                "Figure 1, left.",
                "Firing rate of a leaky integrate-and-fire neuron, the function that biology suggests, with the constants of the"
                        + " authors' experiments: \u03c4 = 7.5, t_ref = 1, R = 0.5, V_th \u2212 V_r = 0.025.",
                "input current I",
                -1,
                5,
                List.of(sampled("leaky integrate-and-fire", functions.leakyIntegrateAndFire(), -1, 5)));
    }

    private Drawing squashing() {
        return curves(
                "figure-1-right",
                "Figure 1, right.",
                "The logistic sigmoid and the hyperbolic tangent.",
                "x",
                -3,
                3,
                List.of(sampled("sigmoid", functions.sigmoid(), -3, 3), sampled("tanh", functions.tanh(), -3, 3)));
    }

    private Drawing smoothness() {
        return curves(
                "figure-2-right",
                "Figure 2, right.",
                "The rectifier and its smooth version, the softplus.",
                "x",
                -3,
                3,
                List.of(
                        sampled("rectifier", functions.rectifier(), -3, 3),
                        sampled("softplus", functions.softplus(), -3, 3)));
    }

    private static Drawing curves(
            String id, String label, String caption, String across, double from, double to, List<Series> series) {
        Figure figure = new Chart(id, "Output", across, caption, Numbers::significant, Numbers::significant)
                .draw(series, (least, most) -> Axis.between(from, to), Axis::ofValues)
                .orElseThrow();
        return new Drawing.Curves(label, figure);
    }

    private static Series sampled(String label, Activation activation, double from, double to) {
        DoubleUnaryOperator function = DrawnFunctions.function(activation);
        return new Series(
                label,
                IntStream.rangeClosed(0, SAMPLES)
                        .mapToDouble(step -> from + (to - from) * step / SAMPLES)
                        .mapToObj(x -> Point.of(x, function.applyAsDouble(x)))
                        .toList(),
                true);
    }

    /** Error against sparsity of rectifier networks that differ in the penalty (item 63). */
    private Drawing sparsity() {
        List<Setting> candidates = arms.stream()
                .filter(arm -> arm.neuron().equals("rectifier")
                        && arm.pretraining().isEmpty()
                        && arm.labelFraction() == 1
                        && arm.hidden().size() > 1)
                .toList();
        Map<String, List<Setting>> families = candidates.stream()
                .collect(Collectors.groupingBy(
                        arm -> arm.source() + "/" + without(arm, Setting.PENALTY, "network.penalty.type"),
                        TreeMap::new,
                        Collectors.toList()));
        return families.values().stream()
                .filter(family ->
                        family.stream().map(Setting::penalty).distinct().count() >= LEAST_NETWORKS)
                .max(Comparator.comparingInt(List::size))
                .map(PaperFigures::scatter)
                .orElseGet(() -> new Drawing.Missing(
                        "figure-3-left",
                        "Figure 3, left.",
                        "Error against sparsity needs rectifier networks with at least " + LEAST_NETWORKS
                                + " different coefficients of the penalty, alike in all else; there are none here."));
    }

    private static Drawing scatter(List<Setting> family) {
        List<RecordedRun> runs = family.stream()
                .flatMap(arm -> arm.runs().stream())
                .filter(run -> Double.isFinite(run.test(SPARSITY)) && Double.isFinite(run.test(Setting.ERROR_RATE)))
                .sorted(Comparator.comparingDouble(run -> run.test(SPARSITY)))
                .toList();
        double[] sparsity = runs.stream().mapToDouble(run -> run.test(SPARSITY)).toArray();
        double[] penalties = family.stream()
                .flatMap(arm -> arm.runs().stream()
                        .filter(runs::contains)
                        .map(run -> Map.entry(run.test(SPARSITY), arm.penalty())))
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(Map.Entry::getValue)
                .toArray();
        String correlation = sparsity.length < 4
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Spearman's correlation of the penalty with sparsity is %.2f.",
                        SpearmanCorrelation.of(penalties, sparsity).rho());
        List<Point> points = runs.stream()
                .map(run -> Point.of(100 * run.test(SPARSITY), 100 * run.test(Setting.ERROR_RATE)))
                .toList();
        Figure figure = new Chart(
                        "figure-3-left",
                        "Test error, %",
                        "sparsity, %",
                        "Test error against sparsity of " + runs.size() + " rectifier networks on "
                                + family.get(0).dataset() + " that differ in the penalty on activations." + correlation,
                        Numbers::plainTenths,
                        value -> Numbers.percent(value / 100))
                .draw(List.of(new Series("one network", points, false)), Axis::ofValues, Axis::ofValues)
                .orElseThrow();
        return new Drawing.Curves("Figure 3, left.", figure);
    }

    private static Map<String, String> without(Setting arm, String... paths) {
        Map<String, String> settings = new TreeMap<>(arm.settings());
        List.of(paths).forEach(settings::remove);
        return settings;
    }

    /** Error against the fraction of labels, with and without pre-training (item 64). */
    private Drawing fractions() {
        List<String> datasets = arms.stream()
                .filter(arm -> arm.labelFraction() < 1)
                .map(Setting::dataset)
                .distinct()
                .toList();
        List<Series> series = new ArrayList<>();
        Optional<String> dataset = datasets.stream().findFirst();
        for (String neuron : List.of("tanh", "rectifier")) {
            for (boolean pretrained : new boolean[] {false, true}) {
                dataset.map(name -> fractionCurve(name, neuron, pretrained)).ifPresent(series::add);
            }
        }
        series.removeIf(curve -> curve.points().size() < LEAST_FRACTIONS);
        return new Chart(
                        "figure-3-right",
                        "Test error, %",
                        "training labels, %",
                        "Test error after fine-tuning on a part of the labels of " + dataset.orElse("")
                                + "; pre-training sees all examples. Bands are 95\u00a0% intervals.",
                        Numbers::plain,
                        value -> Numbers.percent(value / 100))
                .draw(series, Axis::ofValues, Axis::ofValues)
                .<Drawing>map(figure -> new Drawing.Curves("Figure 3, right.", figure))
                .orElseGet(() -> new Drawing.Missing(
                        "figure-3-right",
                        "Figure 3, right.",
                        "Error against the part of the labels needs rectifier or tanh networks fine-tuned on at least "
                                + LEAST_FRACTIONS + " fractions of them; there are none here."));
    }

    private Series fractionCurve(String dataset, String neuron, boolean pretrained) {
        String source = arms.stream()
                .filter(arm -> arm.dataset().equals(dataset) && arm.labelFraction() < 1)
                .map(Setting::source)
                .findFirst()
                .orElse("");
        List<Point> points = arms.stream()
                .filter(arm -> arm.dataset().equals(dataset)
                        && arm.source().equals(source)
                        && arm.neuron().equals(neuron)
                        && arm.pretraining().isPresent() == pretrained)
                .sorted(Comparator.comparingDouble(Setting::labelFraction))
                .map(PaperFigures::fractionPoint)
                .toList();
        return new Series(neuron + (pretrained ? ", pre-trained" : ", not pre-trained"), points, true);
    }

    private static Point fractionPoint(Setting arm) {
        double error = 100 * arm.mean(Setting.ERROR_RATE);
        return arm.interval(Setting.ERROR_RATE)
                .map(interval ->
                        new Point(100 * arm.labelFraction(), error, 100 * interval.low(), 100 * interval.high()))
                .orElseGet(() -> Point.of(100 * arm.labelFraction(), error));
    }
}
