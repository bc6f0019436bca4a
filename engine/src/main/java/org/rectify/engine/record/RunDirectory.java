package org.rectify.engine.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.config.MetricDescriptions;

/**
 * The directory of one run: made for it alone, and never written over by another.
 *
 * <p>Files appear in it as a whole, by renaming; {@code metrics.jsonl} and {@code log} grow line by line.
 */
public final class RunDirectory {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes a new directory named {@code <experiment>-<yyyyMMdd-HHmmss>-seed<seed>}, with {@code -2}, {@code -3}, ...
     * after it where that is taken; no two processes are ever given the same.
     *
     * @param output the folder to make it in; made too if only its last part is missing
     * @param experiment the experiment's name, a single part of a path
     * @param clock tells the local time of the name
     * @throws RectifyException of the user's category if the folder is not there or cannot be written to
     */
    public static RunDirectory create(Path output, String experiment, long seed, Clock clock) {
        String name = experiment + "-" + TIME.format(LocalDateTime.now(clock)) + "-seed" + seed;
        if (!Path.of(name).getFileName().toString().equals(name)) {
            throw new IllegalArgumentException("'" + experiment + "' is not the name of a directory");
        }
        try {
            if (!Files.isDirectory(output)) {
                createOutput(output);
            }
            Path path = createExclusively(output.toAbsolutePath().normalize(), name);
            Files.createDirectory(path.resolve("checkpoints"));
            return new RunDirectory(path);
        } catch (IOException problem) {
            throw new RectifyException(
                    Category.USER,
                    "cannot make a run directory in " + output.toAbsolutePath() + ": " + RunFiles.reason(problem)
                            + "; an output folder must be one that can be written to, or a new one in such a folder",
                    problem);
        }
    }

    /** The names of a run's files in a folder, whatever is in it. */
    static RunDirectory at(Path folder) {
        return new RunDirectory(folder);
    }

    /**
     * Makes a directory of a given name, whose parent exists.
     *
     * @throws RectifyException of the user's category if it exists or cannot be made
     */
    public static RunDirectory createAt(Path path) {
        try {
            Files.createDirectory(path);
            Files.createDirectory(path.resolve("checkpoints"));
            return new RunDirectory(path.toAbsolutePath().normalize());
        } catch (IOException problem) {
            throw RunFiles.cannotWrite(path, problem);
        }
    }

    /**
     * The directory of a run that ended with a trained network.
     *
     * @throws RectifyException of the user's category if it is not one
     */
    public static RunDirectory open(Path path) {
        RunDirectory run = new RunDirectory(path.toAbsolutePath().normalize());
        if (!Files.isDirectory(path)) {
            throw new RectifyException(
                    Category.USER, "there is no folder " + path + "; accepted is one that 'rectify run' made");
        }
        if (!Files.isRegularFile(run.resolvedConfiguration())) {
            throw new RectifyException(
                    Category.USER,
                    path + " is not the folder of a run: it lacks "
                            + run.resolvedConfiguration().getFileName() + "; accepted is one that 'rectify run' made");
        }
        List<String> missing = Stream.of(run.result(), run.bestCheckpoint())
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> run.path.relativize(file).toString())
                .toList();
        if (!missing.isEmpty()) {
            throw new RectifyException(
                    Category.USER,
                    "the run in " + path + " lacks " + String.join(" and ", missing)
                            + ": it was broken off, or it diverged; accepted is one that ended with a trained network");
        }
        return run;
    }

    private static void createOutput(Path output) throws IOException {
        try {
            Files.createDirectory(output);
        } catch (FileAlreadyExistsException exists) {
            if (!Files.isDirectory(output)) {
                throw new IOException("it is not a folder", exists);
            }
        }
    }

    private static Path createExclusively(Path output, String name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path path = output.resolve(attempt == 1 ? name : name + "-" + attempt);
            try {
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException taken) {
                // by another run: the next name
            }
        }
    }

    /** The directory itself, absolute. */
    public Path path() {
        return path;
    }

    /** The experiment with all its includes and defaults resolved. */
    public Path resolvedConfiguration() {
        return path.resolve("resolved.conf");
    }

    /** See {@link Provenance}. */
    public Path provenance() {
        return path.resolve("provenance.json");
    }

    /** See {@link MetricsLog}. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** See {@link PretrainingLog}. */
    public Path pretraining() {
        return path.resolve("pretraining.jsonl");
    }

    /** See {@link RunResult}. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** See {@link Predictions}. */
    public Path predictions() {
        return path.resolve("predictions.csv");
    }

    /** See {@link FilterSheet}. */
    public Path filters() {
        return path.resolve("filters-layer-1.png");
    }

    /** A folder, which exists, for trained networks. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The returned parameters, once there are any. */
    public Path bestCheckpoint() {
        return checkpoints().resolve("best.safetensors");
    }

    /** What analyses of the trained network found, once it was analysed. */
    public Path analysis() {
        return path.resolve("analysis.json");
    }

    /** The page that shows the run. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** What was logged. */
    public Path log() {
        return path.resolve("log");
    }

    /** Writes {@code resolved.conf}. */
    public void writeResolvedConfiguration(String hocon) {
        RunFiles.writeAtomically(resolvedConfiguration(), writer -> writer.write(hocon));
    }

    /** Writes {@code provenance.json}; once when a run begins and again when it ends. */
    public void writeProvenance(Provenance provenance) {
        RunFiles.writeAtomically(provenance(), writer -> writer.write(RunJson.page(RunJson.provenance(provenance))));
    }

    /**
     * Begins {@code metrics.jsonl}.
     *
     * @param described what the values are
     */
    public MetricsLog openMetrics(MetricDescriptions described) {
        return new MetricsLog(metrics(), described);
    }

    /** Writes {@code pretraining.jsonl}, where there is anything to write. */
    public PretrainingLog pretrainingLog() {
        return new PretrainingLog(pretraining());
    }

    /** Writes {@code result.json}. */
    public void writeResult(RunResult result) {
        RunFiles.writeAtomically(result(), writer -> writer.write(RunJson.page(RunJson.result(result))));
    }

    /** Writes {@code predictions.csv}. */
    public void writePredictions(Predictions predictions) {
        RunFiles.writeAtomically(predictions(), predictions::writeTo);
    }

    /** Writes {@code analysis.json}, in place of an earlier one. */
    public void writeAnalysis(String json) {
        RunFiles.writeAtomically(analysis(), writer -> writer.write(json));
    }

    /** Writes {@code filters-layer-1.png}. */
    public void writeFilters(FilterSheet filters) {
        RunFiles.writeBytesAtomically(filters(), filters::writeTo);
    }

    /** Writes {@code report.html}. */
    public void writeReport(String html) {
        RunFiles.writeAtomically(report(), writer -> writer.write(html));
    }
}
