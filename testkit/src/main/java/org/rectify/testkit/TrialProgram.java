package org.rectify.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The work of a {@link TestTrial}: a run directory with hardly anything in it, made the way {@code rectify trial} makes one.
 * It is a program of this class alone, so that it starts fast.
 */
final class TrialProgram {

    private static final int USER_ERROR = 2;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 10;

    private final TestTrial.Conduct conduct;
    private final String name;
    private final Path directory;
    private final Path notes;

    /**
     * @param directory to be made
     * @param notes a folder in which trials of a test leave word of each other
     */
    TrialProgram(TestTrial.Conduct conduct, String name, Path directory, Path notes) {
        this.conduct = conduct;
        this.name = name;
        this.directory = directory;
        this.notes = notes;
    }

    /** Runs it as a process: {@code CONDUCT NAME NOTES --into DIR SPEC}. */
    public static void main(String[] arguments) throws IOException {
        TrialProgram program = new TrialProgram(
                TestTrial.Conduct.valueOf(arguments[0]), arguments[1], Path.of(arguments[4]), Path.of(arguments[2]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            if (Files.size(Path.of(arguments[5])) == 0) {
                throw new IllegalStateException("the specification is empty");
            }
            program.run(
                    fraction -> out.println("progress " + fraction), line -> out.println("log " + line), () -> false);
        } catch (IllegalStateException e) {
            System.err.println("rectify: " + e.getMessage());
            System.exit(USER_ERROR);
        }
    }

    /** Runs it on the calling thread. */
    void run(Consumer<Double> progress, Consumer<String> log, BooleanSupplier cancelled) throws IOException {
        Path running = Files.createDirectories(notes.resolve("running")).resolve(name);
        Files.writeString(running, "");
        try {
            note("begun", "");
            note("side-by-side", Long.toString(count(running.resolveSibling(""))));
            progress.accept(0.5);
            log.accept("half of " + name + " is done");
            pass(cancelled);
            if (conduct == TestTrial.Conduct.FAILS) {
                throw new IllegalStateException(TestTrial.FAILURE);
            }
            write();
        } finally {
            Files.delete(running);
        }
    }

    private void note(String kind, String text) throws IOException {
        Files.writeString(Files.createDirectories(notes.resolve(kind)).resolve(name), text);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private void pass(BooleanSupplier cancelled) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(conduct.milliseconds());
        while (System.nanoTime() < end) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("this trial was given up");
            }
            try {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("this trial was interrupted");
            }
        }
    }

    private void write() throws IOException {
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        Files.createDirectory(partial);
        Files.createDirectory(partial.resolve("checkpoints"));
        Files.writeString(partial.resolve("resolved.conf"), TestTrial.EXPERIMENT);
        Files.writeString(partial.resolve("provenance.json"), "{}\n");
        Files.writeString(partial.resolve("result.json"), "{ \"experiment\" : \"" + name + "\" }\n");
        Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
