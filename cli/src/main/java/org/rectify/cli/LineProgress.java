package org.rectify.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.training.EpochReport;

/** One line for each epoch, for streams that nobody watches and for the log. */
final class LineProgress implements Progress {

    private final Consumer<String> lines;
    private int epochs;

    LineProgress(Consumer<String> lines) {
        this.lines = lines;
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
        lines.accept(EpochLine.whole(report, epochs));
    }
}
