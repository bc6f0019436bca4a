package org.rectify.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;

/**
 * What a person is told of an epoch: the headline, and metrics that describe the network without judging it.
 *
 * @param metrics that are measured
 */
record EpochLine(MetricDescriptions metrics) {

    /** One whole line, for streams that keep all of them. */
    String whole(EpochReport report, int epochs) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "epoch %d/%d", report.epoch(), epochs));
        if (Double.isFinite(report.trainCost())) {
            line.append(String.format(Locale.ROOT, "  cost %.4f", report.trainCost()));
        }
        if (Double.isFinite(report.trainErrorRate())) {
            line.append("  train error ").append(Percent.of(report.trainErrorRate()));
        }
        metrics.headline()
                .filter(report.validation()::containsKey)
                .ifPresent(name -> line.append("  validation ").append(measured(report, name)));
        describing().stream()
                .filter(report.validation()::containsKey)
                .forEach(name -> line.append("  ").append(measured(report, name)));
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
    String brief(EpochReport report) {
        List<String> names = new ArrayList<>(metrics.headline().stream().toList());
        names.addAll(describing());
        return String.join(
                ", ",
                names.stream()
                        .filter(report.validation()::containsKey)
                        .map(name -> measured(report, name))
                        .toList());
    }

    /** MetricsEndpoint of which no value is better than another, but the headline. */
    List<String> describing() {
        return metrics.byName().keySet().stream()
                .skip(1)
                .filter(name -> metrics.of(name).direction() == Direction.NEITHER)
                .toList();
    }

    private String measured(EpochReport report, String name) {
        MetricDescription metric = metrics.of(name);
        return metric.title() + " " + Measured.of(metric.unit(), value(report, name));
    }

    /** NaN where it was not measured. */
    static double value(EpochReport report, String name) {
        return report.validation()
                .getOrDefault(name, MetricValue.of(Double.NaN))
                .value();
    }
}
