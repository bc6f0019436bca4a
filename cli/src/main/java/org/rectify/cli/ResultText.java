package org.rectify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.record.RunResult;

/** A result in a few lines. */
final class ResultText {

    private ResultText() {}

    /** The lines, names on the left and values on the right. */
    static List<String> of(RunResult result, Path directory) {
        List<String> lines = new ArrayList<>();
        for (String name : result.metrics().byName().keySet()) {
            Optional.ofNullable(result.test().get(name))
                    .filter(value -> !isSparsity(value, result.sparsity()))
                    .ifPresent(value -> lines.add(measured(result, name, value)));
        }
        sparsity(result.sparsity()).ifPresent(text -> lines.add(line("sparsity", text)));
        result.best().ifPresent(best -> lines.add(line("best epoch", best(best, result))));
        if (Double.isFinite(result.examplesPerSecond())) {
            lines.add(line("speed", String.format(Locale.ROOT, "%.0f examples/s", result.examplesPerSecond())));
        }
        lines.add(line("run directory", directory.toString()));
        return lines;
    }

    private static String measured(RunResult result, String name, MetricValue value) {
        MetricDescription metric = result.metrics().of(name);
        return line(
                "test " + metric.title(),
                Measured.of(metric.unit(), value.value()) + byLayer(metric.unit(), value.layers()));
    }

    private static String byLayer(Unit unit, List<Double> layers) {
        return layers.isEmpty()
                ? ""
                : layers.stream()
                        .map(layer -> Measured.of(unit, layer))
                        .collect(Collectors.joining(", ", "  (by layer: ", ")"));
    }

    /** A metric may have measured what every result tells, and is not told twice. */
    private static boolean isSparsity(MetricValue value, RunResult.Sparsity sparsity) {
        return value.value() == sparsity.mean() && value.layers().equals(sparsity.layers());
    }

    private static Optional<String> sparsity(RunResult.Sparsity sparsity) {
        return Double.isFinite(sparsity.mean())
                ? Optional.of(Percent.of(sparsity.mean()) + byLayer(Unit.FRACTION, sparsity.layers()))
                : Optional.empty();
    }

    private static String best(RunResult.Best best, RunResult result) {
        String validation = result.metrics()
                .headline()
                .flatMap(name -> Optional.ofNullable(best.validation().get(name))
                        .map(value -> validation(result.metrics().of(name), value)))
                .orElse("");
        return best.epoch() + " of " + result.epochs() + validation;
    }

    private static String validation(MetricDescription metric, MetricValue value) {
        return "  (validation " + metric.title() + " " + Measured.of(metric.unit(), value.value()) + ")";
    }

    static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-30s %s", name, value);
    }
}
