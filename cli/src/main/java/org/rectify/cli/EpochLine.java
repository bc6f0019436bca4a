package org.rectify.cli;

import java.util.Locale;
import java.util.Optional;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

/** What a person is told of an epoch. */
final class EpochLine {

    private static final String ERROR_RATE = "error-rate";
    private static final String SPARSITY = "sparsity";

    private EpochLine() {}

    /** One whole line, for streams that keep all of them. */
    static String whole(EpochReport report, int epochs) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "epoch %d/%d", report.epoch(), epochs));
        if (Double.isFinite(report.trainCost())) {
            line.append(String.format(Locale.ROOT, "  cost %.4f", report.trainCost()));
            line.append("  train error ").append(Percent.of(report.trainErrorRate()));
        }
        validationError(report)
                .ifPresent(error -> line.append("  validation error ").append(error));
        sparsity(report).ifPresent(zeros -> line.append("  sparsity ").append(zeros));
        int dead = report.layers().stream().mapToInt(LayerReport::deadUnits).sum();
        if (dead > 0) {
            line.append("  dead units ").append(dead);
        }
        if (Double.isFinite(report.examplesPerSecond())) {
            line.append(String.format(Locale.ROOT, "  %.0f examples/s", report.examplesPerSecond()));
        }
        return line.append(report.best() ? "  best" : "").toString();
    }

    /** The part that stands behind a progress bar. */
    static String brief(EpochReport report) {
        StringBuilder text = new StringBuilder();
        validationError(report).ifPresent(error -> text.append("error ").append(error));
        sparsity(report)
                .ifPresent(zeros ->
                        text.append(text.isEmpty() ? "" : ", ").append("zeros ").append(zeros));
        return text.toString();
    }

    private static Optional<String> validationError(EpochReport report) {
        return Optional.ofNullable(report.validation().get(ERROR_RATE))
                .map(MetricValue::value)
                .map(Percent::of);
    }

    private static Optional<String> sparsity(EpochReport report) {
        return Optional.ofNullable(report.validation().get(SPARSITY))
                .map(MetricValue::value)
                .map(Percent::of);
    }
}
