package org.rectify.engine.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;

/**
 * The reports of a run: a line of {@code metrics.jsonl} each, on disk as soon as it is known (item 90). The first also says what
 * the metrics are.
 */
public final class MetricsLog implements TrainingListener, AutoCloseable {

    private final Path file;
    private final MetricDescriptions metrics;
    private final BufferedWriter writer;
    private final List<EpochReport> reports = new ArrayList<>();

    MetricsLog(Path file, MetricDescriptions metrics) {
        this.file = file;
        this.metrics = metrics;
        try {
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException problem) {
            throw RunFiles.cannotWrite(file, problem);
        }
    }

    @Override
    public void measured(EpochReport report) {
        ObjectNode node = reports.isEmpty() ? RunJson.epoch(report, metrics) : RunJson.epoch(report);
        reports.add(report);
        try {
            writer.write(RunJson.line(node) + "\n");
            writer.flush();
        } catch (IOException problem) {
            throw RunFiles.cannotWrite(file, problem);
        }
    }

    /** All reports so far, in order. */
    public List<EpochReport> reports() {
        return List.copyOf(reports);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException problem) {
            throw RunFiles.cannotWrite(file, problem);
        }
    }
}
