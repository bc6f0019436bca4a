package org.rectify.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

/** Puts the numbers of a run into words, tables and figures. */
final class PageAuthor {

    private static final int MOST_CELLS = 10_000;

    private final RunResult result;
    private final Provenance provenance;
    private final List<EpochReport> reports;
    private final String configuration;

    PageAuthor(RunResult result, Provenance provenance, List<EpochReport> reports, String configuration) {
        this.result = result;
        this.provenance = provenance;
        this.reports = List.copyOf(reports);
        this.configuration = configuration;
    }

    Page write() {
        return new Page(
                result.experiment(),
                subtitle(),
                warning(),
                keyNumbers(),
                metrics(),
                matrices(),
                layers(),
                new FigureAuthor(result.metrics(), reports).figures(),
                HistogramAuthor.draw("activations", result.activations()),
                epochs(),
                configuration,
                provenanceEntries());
    }

    private String subtitle() {
        RunResult.DatasetSizes sizes = result.dataset();
        return String.format(
                "%s, seed %d. %s training, %s validation and %s test examples.",
                sizes.name(),
                result.seed(),
                Numbers.count(sizes.train()),
                Numbers.count(sizes.validation()),
                Numbers.count(sizes.test()));
    }

    private Optional<String> warning() {
        if (!result.diverged()) {
            return Optional.empty();
        }
        return Optional.of(
                result.best().isPresent()
                        ? "Learning diverged. The results are those of the best check before it did."
                        : "Learning diverged before any check; there are no results.");
    }

    private List<Page.KeyNumber> keyNumbers() {
        List<Page.KeyNumber> numbers = new ArrayList<>();
        result.metrics().headline().flatMap(this::keyNumber).ifPresent(numbers::add);
        numbers.add(new Page.KeyNumber(
                "Sparsity",
                Numbers.percent(result.sparsity().mean()),
                Numbers.percents(result.sparsity().layers())));
        numbers.add(new Page.KeyNumber(
                "Best epoch",
                result.best().map(best -> Numbers.count(best.epoch())).orElse(Numbers.UNKNOWN),
                "of " + Numbers.count(result.epochs())));
        numbers.add(
                new Page.KeyNumber("Speed", Numbers.count(result.examplesPerSecond()), "training examples per second"));
        return numbers;
    }

    private Optional<Page.KeyNumber> keyNumber(String headline) {
        MetricDescription metric = result.metrics().of(headline);
        return Optional.ofNullable(result.test().get(headline))
                .map(value -> new Page.KeyNumber(
                        "Test " + metric.title(),
                        Numbers.measured(metric.unit(), value.value()),
                        metric.unit().equals(Unit.EXAMPLES)
                                ? Numbers.count(value.value() * result.dataset().test()) + " of "
                                        + Numbers.count(result.dataset().test())
                                : ""));
    }

    /** Those of the test split that a page has room for. */
    private List<Table> matrices() {
        return result.metrics().byName().keySet().stream()
                .flatMap(name -> Optional.ofNullable(result.test().get(name)).flatMap(MetricValue::matrix).stream()
                        .filter(matrix ->
                                (long) matrix.rows().size() * matrix.columns().size() <= MOST_CELLS)
                        .map(matrix -> matrix(name, matrix)))
                .toList();
    }

    private static Table matrix(String name, MetricMatrix matrix) {
        List<String> columns = new ArrayList<>(List.of(""));
        columns.addAll(matrix.columns());
        return new Table(
                "matrix-" + name,
                "The matrix of " + name + " on test examples.",
                columns,
                IntStream.range(0, matrix.rows().size())
                        .mapToObj(row -> row(Stream.concat(
                                        Stream.of(matrix.rows().get(row)),
                                        matrix.cells().get(row).stream().map(PageAuthor::cell))
                                .toArray(String[]::new)))
                        .toList());
    }

    private static String cell(double value) {
        return value == Math.rint(value) ? Numbers.count(value) : Numbers.significant(value);
    }

    private Table metrics() {
        Map<String, MetricValue> validation =
                result.best().map(RunResult.Best::validation).orElse(Map.of());
        TreeSet<String> names = new TreeSet<>(validation.keySet());
        names.addAll(result.test().keySet());
        return new Table(
                "metrics",
                "Metrics of the returned parameters.",
                List.of("Metric", "Validation", "Test"),
                names.stream()
                        .map(name -> row(
                                name,
                                value(name, validation.get(name)),
                                value(name, result.test().get(name))))
                        .toList());
    }

    private Table layers() {
        List<LayerReport> last =
                reports.isEmpty() ? List.of() : reports.get(reports.size() - 1).layers();
        List<Double> sparsity = result.sparsity().layers();
        return new Table(
                "layers",
                "Hidden layers: sparsity on test examples, and the last epoch of training.",
                List.of("Layer", "Sparsity, test", "Sparsity, training", "Mean |h|", "Gradient norm", "Dead units"),
                IntStream.range(0, Math.max(last.size(), sparsity.size()))
                        .mapToObj(layer -> Stream.concat(
                                        Stream.of(
                                                Integer.toString(layer + 1),
                                                layer < sparsity.size()
                                                        ? Numbers.percent(sparsity.get(layer))
                                                        : Numbers.UNKNOWN),
                                        layer < last.size()
                                                ? cells(last.get(layer))
                                                : Stream.generate(() -> Numbers.UNKNOWN)
                                                        .limit(4))
                                .toArray(String[]::new))
                        .map(PageAuthor::row)
                        .toList());
    }

    private static Stream<String> cells(LayerReport layer) {
        return Stream.of(
                Numbers.percent(layer.sparsity()),
                Numbers.significant(layer.meanAbsolute()),
                Numbers.significant(layer.gradientNorm()),
                Numbers.count(layer.deadUnits()));
    }

    private Table epochs() {
        List<String> metrics = FigureAuthor.validationMetrics(reports);
        int returned = FigureAuthor.returned(reports).orElse(-1);
        boolean classes = reports.stream().anyMatch(report -> Double.isFinite(report.trainErrorRate()));
        List<String> columns = new ArrayList<>(List.of("Epoch", "Updates", "Training cost"));
        if (classes) {
            columns.add("Training error");
        }
        metrics.forEach(metric -> columns.add("Validation " + metric));
        columns.add("Examples/s");
        return new Table(
                "checks",
                "Every check of training.",
                columns,
                IntStream.range(0, reports.size())
                        .mapToObj(index -> epochRow(reports.get(index), classes, metrics, index == returned))
                        .toList());
    }

    private Table.Row epochRow(EpochReport report, boolean classes, List<String> metrics, boolean returned) {
        List<String> cells = new ArrayList<>(List.of(
                Numbers.count(report.epoch()) + (returned ? ", returned" : ""),
                Numbers.count((double) report.updates()),
                Numbers.significant(report.trainCost())));
        if (classes) {
            cells.add(Numbers.percent(report.trainErrorRate()));
        }
        metrics.forEach(metric -> cells.add(value(metric, report.validation().get(metric))));
        cells.add(Numbers.count(report.examplesPerSecond()));
        return new Table.Row(cells, returned);
    }

    private List<Page.Entry> provenanceEntries() {
        List<Page.Entry> entries = new ArrayList<>();
        entries.add(new Page.Entry("Command", List.of(new Page.Line("", String.join(" ", provenance.commandLine())))));
        entries.add(entry("Started", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(provenance.started())));
        provenance
                .ended()
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .ifPresent(time -> entries.add(entry("Ended", time)));
        entries.add(entry("Rectify", Origins.build(provenance)));
        entries.add(entry("Computation", Origins.computation(provenance)));
        entries.add(entry("Machine", Origins.machine(provenance)));
        entries.add(new Page.Entry("Data", Origins.data(provenance)));
        entries.add(new Page.Entry("Plugins", Origins.plugins(provenance)));
        return entries;
    }

    private String value(String name, @Nullable MetricValue measured) {
        return measured == null
                ? Numbers.UNKNOWN
                : Numbers.measured(result.metrics().of(name).unit(), measured.value());
    }

    private static Page.Entry entry(String name, String... lines) {
        return new Page.Entry(
                name, Stream.of(lines).map(line -> new Page.Line(line, "")).toList());
    }

    private static Table.Row row(String... cells) {
        return new Table.Row(List.of(cells), false);
    }
}
