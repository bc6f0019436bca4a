package org.rectify.engine.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.engine.training.TrainingListener;

/** How pre-training went: a line of {@code pretraining.jsonl} for each epoch, and for each layer's choice (item 46). */
public final class PretrainingLog implements TrainingListener {

    private final Path file;

    PretrainingLog(Path file) {
        this.file = file;
    }

    @Override
    public void layerMeasured(LayerProgress progress) {
        write(RunJson.layer(progress, false));
    }

    @Override
    public void layerPretrained(LayerProgress chosen) {
        write(RunJson.layer(chosen, true));
    }

    @Override
    public void stackReused(Path stack) {
        write(RunJson.reused(stack));
    }

    private void write(ObjectNode line) {
        try {
            Files.writeString(file, RunJson.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw RunFiles.cannotWrite(file, problem);
        }
    }
}
