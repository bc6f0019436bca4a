package org.rectify.plugin.training.executor;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.Trial;

/** A trial that {@code rectify trial} runs in a child process. */
final class TrialInChild implements Submission.Work {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 200;
    private static final int SECONDS_TO_END = 5;
    private static final int DONE = 0;
    private static final int DIVERGED = 5;
    private static final int INTERRUPTED = 130;
    private static final int KILLED = 128;

    /** The heap of a child is the executor's to give, not the environment's. */
    private static final Pattern ADVICE_FOR_WHOLE_JAVA = Pattern.compile("; ask for less, .*");

    /** What an exit code of {@code rectify trial} says about an error. */
    private static final Map<Integer, Category> ERRORS = Map.of(
            1, Category.INTERNAL, 2, Category.USER, 3, Category.DATA, 4, Category.PLUGIN, DIVERGED, Category.DIVERGED);

    private final Trial trial;
    private final int memory;
    private final int retries;
    private boolean cancelled;
    private @Nullable Process process;

    /**
     * @param memory heap of the child in MB; 0 leaves it to Java
     * @param retries when the child dies
     */
    TrialInChild(Trial trial, int memory, int retries) {
        this.trial = trial;
        this.memory = memory;
        this.retries = retries;
    }

    /** Ends the child, gently at first. */
    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (process != null) {
            end(process);
        }
    }

    private static void end(Process child) {
        child.destroy();
        var unused = child.onExit()
                .orTimeout(SECONDS_TO_END, TimeUnit.SECONDS)
                .exceptionally(late -> child.destroyForcibly());
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private static CancellationException givenUp() {
        return new CancellationException("the trial was given up");
    }

    @Override
    public void run() throws IOException, InterruptedException {
        for (int left = retries; ; left--) {
            removeLeftovers();
            TrialOutput output = new TrialOutput(trial);
            int code = child(output);
            if (code == DONE || (code == DIVERGED && Files.isDirectory(trial.directory()))) {
                return;
            }
            requireWanted(code);
            Category category = ERRORS.get(code);
            if (category != null) {
                throw new RectifyException(category, message(output, code));
            }
            if (left == 0) {
                throw new RectifyException(Category.INTERNAL, message(output, code) + times());
            }
            trial.log("its process " + death(code) + "; it is run again");
        }
    }

    /** What a dead child leaves is in the way of the next. */
    private void removeLeftovers() throws IOException {
        Path directory = trial.directory();
        for (Path left : List.of(directory, directory.resolveSibling(directory.getFileName() + ".partial"))) {
            if (Files.exists(left)) {
                try (Stream<Path> entries = Files.walk(left)) {
                    for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(entry);
                    }
                }
            }
        }
    }

    /** Runs the child to its end; its exit code. */
    private int child(TrialOutput output) throws IOException, InterruptedException {
        Path out = Files.writeString(trial.scratch("out.txt"), "");
        Path err = Files.writeString(trial.scratch("err.txt"), "");
        Process child = start(out, err);
        trial.log("runs in process " + child.pid());
        Charset ofTerminal = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        try (GrowingFile outLines = new GrowingFile(out, StandardCharsets.UTF_8, output::out);
                GrowingFile errLines = new GrowingFile(err, ofTerminal, output::err)) {
            while (!child.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                outLines.read();
                errLines.read();
            }
            return child.exitValue();
        } finally {
            child.destroyForcibly();
        }
    }

    private synchronized Process start(Path out, Path err) throws IOException {
        if (cancelled) {
            throw givenUp();
        }
        Path spec = Files.writeString(trial.scratch("trial.json"), trial.json());
        Process child = new ProcessBuilder(trial.command(spec, memory))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        child.getOutputStream().close();
        process = child;
        return child;
    }

    /** Whoever interrupts the study interrupts its children too, and they may be faster in noticing. */
    private void requireWanted(int code) throws InterruptedException {
        for (int look = 0; code == INTERRUPTED && look < 10 && !trial.isCancelled(); look++) {
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
        if (isCancelled() || trial.isCancelled()) {
            throw givenUp();
        }
    }

    private String message(TrialOutput output, int code) {
        String message = output.error().orElseGet(() -> "its process " + death(code));
        return output.isOutOfMemory() && memory > 0
                ? ADVICE_FOR_WHOLE_JAVA.matcher(message).replaceFirst("") + "; " + memory
                        + " MB were too little, --set study.executor.memory=... gives more"
                : message;
    }

    private String times() {
        return retries == 0 ? "" : ", " + (retries + 1) + " times";
    }

    private static String death(int code) {
        return "ended with exit code " + code + (code > KILLED ? ", by signal " + (code - KILLED) : "");
    }
}
