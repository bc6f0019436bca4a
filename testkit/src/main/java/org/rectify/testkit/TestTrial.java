package org.rectify.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rectify.api.executor.Resources;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialSpec;

/**
 * A trial for tests of executors. It trains nothing, takes a moment, and leaves a run directory with hardly anything in it,
 * be it run on a thread or in a process.
 *
 * @since 0.2
 */
public final class TestTrial implements Trial {

    /** What a trial that fails says. */
    public static final String FAILURE = "this trial always fails";

    static final String EXPERIMENT = "experiment { name = test }\n";

    private final String name;
    private final Conduct conduct;
    private final Path folder;
    private final List<Double> told = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    /** What a trial does. */
    public enum Conduct {
        /** It takes a quarter of a second and is done. */
        ENDS(250),
        /** It takes a quarter of a second and fails with {@link #FAILURE}. */
        FAILS(250),
        /** It takes ten minutes, unless it is given up. */
        LASTS(600_000);

        private final long milliseconds;

        Conduct(long milliseconds) {
            this.milliseconds = milliseconds;
        }

        long milliseconds() {
            return milliseconds;
        }
    }

    /**
     * @param name of letters, digits and hyphens; unique in the folder
     * @param folder in which all trials of a test leave their directories; exists
     */
    public TestTrial(String name, Conduct conduct, Path folder) {
        this.name = name;
        this.conduct = conduct;
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public TrialSpec spec() {
        return new TrialSpec(name, "00", EXPERIMENT, List.of(), Map.of(), new Resources(1, 64), 1);
    }

    @Override
    public String json() {
        return "{ \"name\" : \"" + name + "\" }\n";
    }

    @Override
    public Path directory() {
        return folder.resolve(name);
    }

    @Override
    public Path scratch(String file) {
        try {
            return Files.createDirectories(folder.resolve(name + ".scratch")).resolve(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command(Path spec, long memoryMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (memoryMegabytes > 0) {
            command.add("-Xmx" + memoryMegabytes + "m");
        }
        command.addAll(List.of("-cp", ownClasses(), TrialProgram.class.getName()));
        command.addAll(List.of(conduct.name(), name, notes().toString()));
        command.addAll(List.of("--into", directory().toString(), spec.toString()));
        return command;
    }

    private static String ownClasses() {
        try {
            return Path.of(TrialProgram.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path notes() {
        return folder.resolve(".notes");
    }

    @Override
    public void runHere() {
        try {
            new TrialProgram(conduct, name, directory(), notes()).run(this::progress, this::log, this::isCancelled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Lets {@link #isCancelled} answer yes from now on. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void progress(double fraction) {
        told.add(fraction);
    }

    /** What {@link #progress} was told so far. */
    public List<Double> told() {
        return List.copyOf(told);
    }

    @Override
    public void log(String line) {
        logged.add(line);
    }

    /** What {@link #log} was told so far. */
    public List<String> logged() {
        return List.copyOf(logged);
    }

    /** Whether it was begun, wherever it runs. */
    public boolean isBegun() {
        return Files.exists(notes().resolve("begun").resolve(name));
    }

    /** Whether its directory is there, whole. */
    public boolean isDone() {
        return Files.isRegularFile(directory().resolve("result.json"));
    }

    /** How many trials of its folder were running when it began, itself included. */
    int sideBySide() {
        try {
            return Integer.parseInt(
                    Files.readString(notes().resolve("side-by-side").resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
