package org.rectify.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.TrainingListeners;
import org.rectify.report.RunReport;
import org.rectify.study.PartialRun;
import org.rectify.study.SpecifiedTrial;
import org.rectify.study.TrialSpecReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code rectify trial} does once its arguments are read; apart from them for help's sake.
 *
 * @param file the specification
 * @param into the run directory to be made
 * @param stacks the folder in which pre-trained stacks are shared
 * @param dataDirectory where data sets lie
 * @param pluginDirectories what plugins are loaded from
 * @param commandLine as given
 * @param err for errors
 */
record TrialExecution(
        Path file,
        Path into,
        Optional<Path> stacks,
        Path dataDirectory,
        List<Path> pluginDirectories,
        List<String> commandLine,
        PrintWriter err) {

    private static final Logger LOG = LoggerFactory.getLogger(TrialExecution.class);

    /**
     * Runs the trial, and returns the exit code.
     *
     * @param owner the process it must not outlive
     */
    int run(OptionalLong owner) {
        if (owner.isPresent() && !endsWith(owner.getAsLong())) {
            err.println("rectify: process " + owner.getAsLong() + ", which wanted this trial, is gone");
            return ExitCode.INTERRUPTED;
        }
        TrialSpec spec = TrialSpecReader.read(file);
        PartialRun run = PartialRun.of(into);
        TrialLines lines = new TrialLines(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try (Workbench workbench = Workbench.open(pluginDirectories)) {
            return train(SpecifiedTrial.bind(spec, file, workbench.registry(), dataDirectory), run, lines);
        }
    }

    /** Ends this process with another; answers whether that one is alive. */
    private static boolean endsWith(long owner) {
        Optional<ProcessHandle> process = ProcessHandle.of(owner);
        process.ifPresent(alive -> alive.onExit().thenRun(() -> System.exit(ExitCode.INTERRUPTED)));
        return process.isPresent();
    }

    private int train(SpecifiedTrial trial, PartialRun run, TrialLines lines) {
        try (Interruption interruption = Interruption.of(err, () -> discarded(run))) {
            try {
                RunResult result = recorded(trial, run.make(), interruption, lines);
                run.publish();
                if (result.diverged()) {
                    err.println("rectify: learning diverged in epoch " + result.epochs());
                }
                return result.diverged() ? ExitCode.DIVERGED : ExitCode.DONE;
            } catch (CancellationException e) {
                if (!interruption.isRequested()) {
                    throw e;
                }
                return ExitCode.INTERRUPTED;
            } finally {
                run.discard();
            }
        }
    }

    private RunResult recorded(
            SpecifiedTrial trial, RunDirectory directory, Interruption interruption, TrialLines lines) {
        try (Logging.Attached log = Logging.to(directory.log())) {
            LOG.info("{} {}", String.join(", ", new Version().getVersion()), commandLine);
            return trial.run(
                    directory,
                    stacks,
                    commandLine,
                    RunReport::render,
                    TrainingListeners.all(
                            interruption,
                            new LineProgress(LOG::info, trial.metrics()),
                            new LineProgress(lines::log, trial.metrics()),
                            lines));
        }
    }

    private String discarded(PartialRun run) {
        run.discard();
        return "nothing is kept";
    }
}
