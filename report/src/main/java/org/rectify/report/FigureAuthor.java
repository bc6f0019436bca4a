package org.rectify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;
import org.rectify.report.Plot.Series;

/** Chooses what is drawn of a run: errors, costs, other metrics, and what item 90 tells of each layer. */
final class FigureAuthor {

    private final MetricDescriptions metrics;
    private final List<EpochReport> reports;

    /** The network before learning would stretch every axis; only the table has it. */
    FigureAuthor(MetricDescriptions metrics, List<EpochReport> reports) {
        this.metrics = metrics;
        this.reports = reports.stream().filter(report -> report.epoch() > 0).toList();
    }

    /** Names of all metrics on the validation split, sorted. */
    static List<String> validationMetrics(List<EpochReport> reports) {
        TreeSet<String> names = new TreeSet<>();
        reports.forEach(report -> names.addAll(report.validation().keySet()));
        return List.copyOf(names);
    }

    /** The report whose parameters are returned: the last that was the best so far. */
    static OptionalInt returned(List<EpochReport> reports) {
        return IntStream.range(0, reports.size())
                .filter(index -> reports.get(index).best())
                .reduce((earlier, later) -> later);
    }

    List<Figure> figures() {
        if (reports.isEmpty()) {
            return List.of();
        }
        Plot plot = plot();
        List<Optional<Figure>> figures = new ArrayList<>();
        figures.add(errors(plot));
        figures.add(costs(plot));
        layerFigures(plot, figures);
        otherMetrics(plot, figures);
        return figures.stream().flatMap(Optional::stream).toList();
    }

    private Optional<Figure> errors(Plot plot) {
        List<Series> series = new ArrayList<>();
        series.add(series("training", report -> 100 * report.trainErrorRate()));
        series.addAll(validation(this::isError, 100));
        return plot.draw(
                "errors",
                "Error rate, %",
                "Fraction of examples classified wrongly: training examples while they were learned from,"
                        + " validation examples after it.",
                series,
                Axis::ofValues,
                FigureAuthor::percent);
    }

    private Optional<Figure> costs(Plot plot) {
        List<Series> series = new ArrayList<>();
        series.add(series("training", EpochReport::trainCost));
        series.addAll(validation(this::isCost, 1));
        String titles = named(this::isCost).stream()
                .map(name -> metrics.of(name).title())
                .collect(Collectors.joining(" and "));
        return plot.draw(
                "costs",
                "Cost",
                "Mean cost of the training examples, penalty included"
                        + (titles.isEmpty() ? "." : ", and " + titles + " of the validation examples."),
                series,
                Axis::ofValues,
                Numbers::significant);
    }

    /** What stands beside the fraction of training examples that were classified wrongly, where classes are told. */
    private boolean isError(String name) {
        MetricDescription metric = metrics.of(name);
        return metric.unit().equals(Unit.EXAMPLES)
                && metric.direction() == Direction.LOWER
                && reports.stream().anyMatch(report -> Double.isFinite(report.trainErrorRate()));
    }

    /** What stands beside the cost of training examples. */
    private boolean isCost(String name) {
        MetricDescription metric = metrics.of(name);
        return metric.unit().equals(Unit.NATS) && metric.direction() == Direction.LOWER;
    }

    private List<String> named(Predicate<String> wanted) {
        return validationMetrics(reports).stream().filter(wanted).toList();
    }

    private List<Series> validation(Predicate<String> wanted, double factor) {
        List<String> names = named(wanted);
        return names.stream()
                .map(name -> series(
                        names.size() == 1
                                ? "validation"
                                : "validation, " + metrics.of(name).title(),
                        report -> factor * validation(report, name)))
                .toList();
    }

    private void layerFigures(Plot plot, List<Optional<Figure>> figures) {
        figures.add(plot.draw(
                "sparsity",
                "Sparsity, %",
                "Hidden outputs exactly zero, over units and training examples.",
                layers(layer -> 100 * layer.sparsity()),
                Axis::ofShares,
                FigureAuthor::percent));
        figures.add(plot.draw(
                "activity",
                "Mean |h|",
                "Mean absolute value of the hidden outputs.",
                layers(LayerReport::meanAbsolute),
                Axis::ofValues,
                Numbers::significant));
        figures.add(plot.draw(
                "gradients",
                "Gradient norm",
                "Euclidean norm of the gradient of each layer's weights, averaged over minibatches.",
                layers(LayerReport::gradientNorm),
                Axis::ofValues,
                Numbers::significant));
        figures.add(plot.draw(
                "dead-units",
                "Dead units",
                "Units whose output was zero for every training example of the epoch.",
                layers(LayerReport::deadUnits),
                Axis::ofCounts,
                Numbers::count));
    }

    private void otherMetrics(Plot plot, List<Optional<Figure>> figures) {
        named(name -> !isError(name) && !isCost(name)).stream()
                .filter(name -> reports.get(0).validation().containsKey(name))
                .map(name -> metric(plot, name, metrics.of(name)))
                .forEach(figures::add);
    }

    private Optional<Figure> metric(Plot plot, String name, MetricDescription metric) {
        Unit unit = metric.unit();
        return plot.draw(
                "metric-" + name,
                "Validation " + metric.title() + (unit.symbol().isEmpty() ? "" : ", " + unit.symbol()),
                "The metric " + name + " on the validation examples.",
                List.of(series("validation", report -> unit.factor() * validation(report, name))),
                Axis::ofValues,
                value -> Numbers.measured(unit, value / unit.factor()));
    }

    /** Where an epoch is checked within, updates tell its reports apart. */
    private Plot plot() {
        boolean distinct = reports.stream().map(EpochReport::epoch).distinct().count() == reports.size();
        double[] moments = reports.stream()
                .mapToDouble(report -> distinct ? report.epoch() : report.updates())
                .toArray();
        return new Plot(distinct ? "epoch" : "update", moments, returned(reports));
    }

    private Series series(String label, ToDoubleFunction<EpochReport> value) {
        return new Series(label, reports.stream().mapToDouble(value).boxed().toList());
    }

    private List<Series> layers(ToDoubleFunction<LayerReport> value) {
        int layers = reports.stream()
                .mapToInt(report -> report.layers().size())
                .max()
                .orElse(0);
        return IntStream.range(0, layers)
                .mapToObj(layer -> series(
                        "layer " + (layer + 1),
                        report -> layer < report.layers().size()
                                ? value.applyAsDouble(report.layers().get(layer))
                                : Double.NaN))
                .toList();
    }

    private static double validation(EpochReport report, String metric) {
        MetricValue measured = report.validation().get(metric);
        return measured == null ? Double.NaN : measured.value();
    }

    private static String percent(double value) {
        return Numbers.percent(value / 100);
    }
}
