package org.rectify.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RecordedRun;
import org.rectify.study.result.TrialResult;

/** Looks whether a directory is that of a certain trial's run, and whole: somebody else made it. */
final class CompleteRun {

    private CompleteRun() {}

    /**
     * The {@code result.json} of a trial.
     *
     * @throws RectifyException that says what is missing, damaged, or of another trial
     */
    static String result(Path directory, TrialSpec spec) {
        if (!RecordedRun.isRun(directory)) {
            throw incomplete(directory, Files.exists(directory) ? "is not the directory of a run" : "does not exist");
        }
        RecordedRun run = RecordedRun.read(directory);
        if (!run.damages().isEmpty()) {
            throw incomplete(directory, "is damaged: " + String.join(", ", run.damages()));
        }
        Provenance provenance = run.provenance().orElseThrow(() -> incomplete(directory, "has no provenance.json"));
        if (run.result().isEmpty() || provenance.ended().isEmpty()) {
            throw incomplete(directory, "is of a run that did not end");
        }
        if (!essential(run.settings()).equals(essential(RecordedRun.settings(spec.experiment())))) {
            throw incomplete(directory, "is of another experiment, by its resolved.conf");
        }
        Requirements.requirePlugins(spec.plugins(), provenance.plugins());
        Requirements.requireData(spec.data(), provenance.dataset().checksums());
        return readable(directory.resolve("result.json"));
    }

    /** Name and threads change no result, and are no part of a trial's identity. */
    private static SortedMap<String, String> essential(SortedMap<String, String> settings) {
        SortedMap<String, String> essential = new TreeMap<>(settings);
        essential.remove("experiment.name");
        essential.remove("engine.threads");
        return essential;
    }

    private static String readable(Path file) {
        try {
            String json = Files.readString(file);
            TrialResult.parse(json);
            return json;
        } catch (IOException e) {
            throw new RectifyException(Category.INTERNAL, "cannot read " + file, e);
        }
    }

    private static RectifyException incomplete(Path directory, String how) {
        return new RectifyException(Category.PLUGIN, directory + " " + how);
    }
}
