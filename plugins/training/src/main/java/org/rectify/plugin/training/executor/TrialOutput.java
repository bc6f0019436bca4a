package org.rectify.plugin.training.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rectify.api.executor.Trial;

/** What {@code rectify trial} prints, line by line: progress for the study, the rest for its log, and an error at the end. */
final class TrialOutput {

    private static final String PROGRESS = "progress ";
    private static final String LOG = "log ";
    private static final String RECTIFY = "rectify: ";
    private static final String WARNING = RECTIFY + "warning: ";
    private static final Pattern OUT_OF_MEMORY = Pattern.compile("OutOfMemoryError|^rectify: not enough memory");
    private static final int MOST_LINES = 50;

    private final Trial trial;
    private final List<String> error = new ArrayList<>();
    private boolean outOfMemory;

    TrialOutput(Trial trial) {
        this.trial = trial;
    }

    /** A line of standard output. */
    void out(String line) {
        if (line.startsWith(PROGRESS)) {
            try {
                trial.progress(Double.parseDouble(line.substring(PROGRESS.length())));
                return;
            } catch (NumberFormatException e) {
                // no progress, but something that a plugin printed
            }
        }
        trial.log(line.startsWith(LOG) ? line.substring(LOG.length()) : line);
    }

    /** A line of standard error. */
    void err(String line) {
        trial.log(line);
        outOfMemory |= OUT_OF_MEMORY.matcher(line).find();
        boolean warning = line.startsWith(WARNING);
        if (warning || line.startsWith(RECTIFY)) {
            error.clear();
        }
        if (!warning && error.size() < MOST_LINES) {
            error.add(line);
        }
    }

    /** Whether memory ran out. */
    boolean isOutOfMemory() {
        return outOfMemory;
    }

    /** The last error reported, with the lines that belong to it; else the first line of whatever was written there. */
    Optional<String> error() {
        if (error.isEmpty()) {
            return Optional.empty();
        }
        String first = error.get(0);
        return Optional.of(
                first.startsWith(RECTIFY)
                        ? String.join("\n", error).substring(RECTIFY.length()).strip()
                        : first);
    }
}
