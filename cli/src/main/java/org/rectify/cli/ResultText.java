package org.rectify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.record.RunResult;

/** A result in a few lines. */
final class ResultText {

    private static final String ERROR_RATE = "error-rate";
    private static final String SPARSITY = "sparsity";

    private ResultText() {}

    /** The lines, names on the left and values on the right. */
    static List<String> of(RunResult result, Path directory) {
        List<String> lines = new ArrayList<>();
        Map<String, MetricValue> test = new TreeMap<>(result.test());
        MetricValue errorRate = test.remove(ERROR_RATE);
        test.remove(SPARSITY);
        if (errorRate != null) {
            lines.add(line("test error", Percent.of(errorRate.value())));
        }
        test.forEach((name, value) ->
                lines.add(line("test " + name.replace('-', ' '), String.format(Locale.ROOT, "%.4f", value.value()))));
        sparsity(result.sparsity()).ifPresent(text -> lines.add(line("sparsity", text)));
        result.best().ifPresent(best -> lines.add(line("best epoch", best(best, result.epochs()))));
        if (Double.isFinite(result.examplesPerSecond())) {
            lines.add(line("speed", String.format(Locale.ROOT, "%.0f examples/s", result.examplesPerSecond())));
        }
        lines.add(line("run directory", directory.toString()));
        return lines;
    }

    private static Optional<String> sparsity(RunResult.Sparsity sparsity) {
        if (!Double.isFinite(sparsity.mean())) {
            return Optional.empty();
        }
        String layers = sparsity.layers().stream().map(Percent::of).collect(Collectors.joining(", "));
        return Optional.of(Percent.of(sparsity.mean()) + (layers.isEmpty() ? "" : "  (by layer: " + layers + ")"));
    }

    private static String best(RunResult.Best best, int epochs) {
        MetricValue error = best.validation().get(ERROR_RATE);
        return best.epoch() + " of " + epochs
                + (error == null ? "" : "  (validation error " + Percent.of(error.value()) + ")");
    }

    static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-30s %s", name, value);
    }
}
