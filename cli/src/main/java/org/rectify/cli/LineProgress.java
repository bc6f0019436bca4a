package org.rectify.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.training.EpochReport;

/** One line for each epoch, for streams that nobody watches and for the log. */
final class LineProgress implements TrainingProgress {

    private final Consumer<String> lines;
    private final EpochLine line;
    private int epochs;

    LineProgress(Consumer<String> lines, MetricDescriptions metrics) {
        this.lines = lines;
        this.line = new EpochLine(metrics);
    }

    @Override
    public void layerMeasured(LayerProgress progress) {
        lines.accept(LayerLine.measured(progress));
    }

    @Override
    public void layerPretrained(LayerProgress chosen) {
        lines.accept(LayerLine.chosen(chosen));
    }

    @Override
    public void stackReused(Path file) {
        lines.accept(LayerLine.reused(file));
    }

    @Override
    public void trainingStarted(int examples, int epochs) {
        this.epochs = epochs;
    }

    @Override
    public void measured(EpochReport report) {
        lines.accept(line.whole(report, epochs));
    }
}
