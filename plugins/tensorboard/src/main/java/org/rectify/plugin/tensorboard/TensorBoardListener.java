package org.rectify.plugin.tensorboard;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.LayerState;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;
import org.rectify.api.metric.MetricValue;

/** Writes the facts of a run to an event file; the step is the number of updates, of pre-training the epoch. */
final class TensorBoardListener implements RunListener {

    private static final String VERSION = "brain.Event:2";
    private static final double MILLISECONDS = 1000;

    private final Optional<Path> directory;
    private final boolean histograms;
    private final Clock clock;
    private @Nullable EventFile file;
    private long updates;

    /**
     * @param directory that gets a folder for the run; empty for the run directory itself
     * @param clock of the events
     */
    TensorBoardListener(Optional<Path> directory, boolean histograms, Clock clock) {
        this.directory = directory;
        this.histograms = histograms;
        this.clock = clock;
    }

    @Override
    public boolean wantsHistograms() {
        return histograms;
    }

    @Override
    public void started(RunFacts run) {
        Path folder = directory
                .map(shared -> shared.resolve(visibleName(run.directory())))
                .orElseGet(() -> run.directory().resolve("tensorboard"));
        file = new EventFile(folder, clock.instant().getEpochSecond());
        file.append(SummaryMessage.fileVersion(wallTime(), VERSION));
    }

    /** Studies hide the directories of trials that are not done. */
    private static String visibleName(Path runDirectory) {
        return String.valueOf(runDirectory.getFileName()).replaceFirst("^\\.", "");
    }

    @Override
    public void layerLearned(PretrainingFacts layer) {
        SummaryMessage summary = new SummaryMessage();
        String group = "pretraining-layer-" + (layer.layer() + 1) + "/";
        // Rates are tried one after the other, each from epoch 0.
        String rate = "/rate-" + layer.learningRate();
        if (layer.epoch() > 0) {
            summary.scalar(group + "training-cost" + rate, layer.trainingCost());
        }
        summary.scalar(group + "held-out-cost" + rate, layer.heldOutCost());
        summary.scalar(group + "sparsity" + rate, layer.sparsity());
        write(summary, layer.epoch());
    }

    @Override
    public void epochEnded(EpochFacts epoch) {
        SummaryMessage summary = new SummaryMessage();
        updates = epoch.updates();
        summary.scalar("training/epoch", epoch.epoch());
        if (updates > 0) {
            summary.scalar("training/cost", epoch.trainingCost());
            summary.scalar("training/examples-per-second", epoch.examplesPerSecond());
        }
        epoch.costs().forEach((part, cost) -> summary.scalar("training-cost/" + part, cost));
        metrics(summary, "validation/", epoch.validation());
        layers(summary, epoch.layers());
        epoch.histograms().forEach(summary::histogram);
        write(summary, updates);
    }

    private static void layers(SummaryMessage summary, List<LayerState> layers) {
        for (int i = 0; i < layers.size(); i++) {
            LayerState layer = layers.get(i);
            String group = "layer-" + (i + 1) + "/";
            summary.scalar(group + "sparsity", layer.sparsity());
            summary.scalar(group + "mean-absolute", layer.meanAbsolute());
            summary.scalar(group + "gradient-norm", layer.gradientNorm());
            summary.scalar(group + "dead-units", layer.deadUnits());
        }
    }

    private static void metrics(SummaryMessage summary, String group, Map<String, MetricValue> metrics) {
        metrics.forEach((name, metric) -> {
            summary.scalar(group + name, metric.value());
            for (int i = 0; i < metric.layers().size(); i++) {
                summary.scalar(
                        group + name + "/layer-" + (i + 1), metric.layers().get(i));
            }
        });
    }

    @Override
    public void ended(EndFacts end) {
        SummaryMessage summary = new SummaryMessage();
        metrics(summary, "test/", end.test());
        write(summary, updates);
    }

    private void write(SummaryMessage summary, long step) {
        EventFile open = file;
        if (open == null) {
            throw new IllegalStateException("nothing can be told of a run that has not begun");
        }
        summary.event(wallTime(), step).ifPresent(open::append);
    }

    private double wallTime() {
        return clock.millis() / MILLISECONDS;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
