package org.rectify.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.analysis.AnalysisReport;
import org.rectify.engine.analysis.TrainedRun;
import org.rectify.engine.record.RunDirectory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code rectify analyze} does once its arguments are read; apart from them, since help may not touch the engine. */
record AnalysisRun(
        CommandLine command, Path run, int examples, int probeExamples, Optional<Path> json, Path dataDirectory) {

    private static final int MOST_EXAMPLES = 1_000_000;

    /** Analyses the run, and returns the exit code. */
    int run(PluginOptions plugins) {
        requireCount("--examples", examples);
        requireCount("--probe-examples", probeExamples);
        json.map(file -> file.toAbsolutePath().getParent())
                .ifPresent(folder ->
                        require(folder != null && Files.isDirectory(folder), "--json: there is no folder " + folder));
        RunDirectory directory = RunDirectory.open(run);
        PrintWriter out = command.getOut();
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            TrainedRun trained =
                    TrainedRun.load(directory, workbench.registry(), dataDirectory, examples, probeExamples);
            print(AnalysisText.heading(trained), out);
            AnalysisReport report = trained.analyze(result -> print(AnalysisText.of(result), out));
            json.ifPresentOrElse(file -> write(file, report.json()), () -> directory.writeAnalysis(report.json()));
            print(
                    AnalysisText.ending(
                            report, json.orElse(run.resolve(directory.analysis().getFileName()))),
                    out);
        }
        return ExitCode.DONE;
    }

    private void requireCount(String option, int count) {
        require(count >= 1 && count <= MOST_EXAMPLES, option + " " + count + ": accepted are 1 to " + MOST_EXAMPLES);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(command, otherwise);
        }
    }

    private static void print(Iterable<String> lines, PrintWriter out) {
        lines.forEach(out::println);
        out.flush();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
