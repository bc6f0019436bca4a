package org.rectify.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.rectify.api.pretraining.LayerProgress;

/** What a person is told of pre-training. */
final class LayerLine {

    private LayerLine() {}

    /** An epoch. */
    static String measured(LayerProgress progress) {
        String training = Double.isFinite(progress.trainingCost())
                ? String.format(Locale.ROOT, "  cost %.4f", progress.trainingCost())
                : "";
        return String.format(
                Locale.ROOT,
                "pretraining layer %d, rate %s, epoch %d%s  held-out cost %.4f  sparsity %s",
                progress.layer() + 1,
                progress.learningRate(),
                progress.epoch(),
                training,
                progress.heldOutCost(),
                Percent.of(progress.sparsity()));
    }

    /** What a layer keeps. */
    static String chosen(LayerProgress chosen) {
        return String.format(
                Locale.ROOT,
                "pretrained layer %d with rate %s: held-out cost %.4f  sparsity %s",
                chosen.layer() + 1,
                chosen.learningRate(),
                chosen.heldOutCost(),
                Percent.of(chosen.sparsity()));
    }

    /** Another run's layers. */
    static String reused(Path file) {
        return "pretrained before: layers are those of " + file + " (--no-cache learns them anew)";
    }
}
