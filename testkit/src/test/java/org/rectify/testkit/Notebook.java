package org.rectify.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;

/** A listener that a test makes wrong in one thing; as it is, it writes every fact to a file. */
class Notebook implements RunListener {

    private Optional<Path> file = Optional.empty();

    /** Where a run is written down. */
    Path fileOf(RunFacts run) {
        return run.directory().resolve("notebook").resolve("facts.txt");
    }

    @Override
    public void started(RunFacts run) {
        file = Optional.of(fileOf(run));
        write(run);
    }

    @Override
    public void layerLearned(PretrainingFacts layer) {
        write(layer);
    }

    @Override
    public void epochEnded(EpochFacts epoch) {
        write(epoch);
    }

    @Override
    public void ended(EndFacts end) {
        write(end);
    }

    @Override
    public void failed(String message) {
        write(message);
    }

    void write(Object fact) {
        append(file.orElseThrow(), fact.toString());
    }

    static void append(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
