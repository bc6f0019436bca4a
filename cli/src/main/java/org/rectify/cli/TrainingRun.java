package org.rectify.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.run.FinishedRun;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.training.TrainingListener;
import org.rectify.engine.training.TrainingListeners;
import org.rectify.report.RunReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run as its user lives through it: progress, the result, and what is left when it is broken off. */
final class TrainingRun {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final ExperimentOptions options;
    private final Path output;
    private final boolean cached;
    private final List<String> commandLine;
    private final Terminals terminals;
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile @Nullable RunDirectory directory;
    private Logging.@Nullable Attached log;

    /**
     * @param options the experiment
     * @param output the folder the run's folder is made in
     * @param cached whether a pre-trained stack is shared with other runs
     * @param commandLine as given
     * @param out for the result
     * @param err for progress
     */
    TrainingRun(
            ExperimentOptions options,
            Path output,
            boolean cached,
            List<String> commandLine,
            Terminals terminals,
            PrintWriter out,
            PrintWriter err) {
        this.options = options;
        this.output = output;
        this.cached = cached;
        this.commandLine = commandLine;
        this.terminals = terminals;
        this.out = out;
        this.err = err;
    }

    /** Trains, and returns the exit code. */
    int run(Optional<Integer> metricsPort) {
        try (Workbench workbench = Workbench.open(options.pluginDirectories());
                MetricsEndpoint metrics = MetricsEndpoint.served(metricsPort, err)) {
            ResolvedExperiment experiment = workbench.load(options);
            return train(workbench, experiment, metrics.listener());
        } finally {
            if (log != null) {
                log.close();
            }
        }
    }

    private int train(Workbench workbench, ResolvedExperiment experiment, TrainingListener metrics) {
        try (Interruption interruption = Interruption.of(err, this::kept)) {
            MetricDescriptions measured =
                    MetricDescriptions.of(experiment.spec().metrics());
            try (TrainingProgress progress = TrainingProgress.on(terminals, measured, err)) {
                TrainingListener listener =
                        TrainingListeners.all(interruption, metrics, new LineProgress(LOG::info, measured), progress);
                FinishedRun finished = Runs.run(new RunRequest(
                        experiment,
                        workbench.registry(),
                        output,
                        cached,
                        commandLine,
                        RunReport::render,
                        this::begin,
                        listener));
                progress.close();
                return report(finished);
            } catch (CancellationException e) {
                if (!interruption.isRequested()) {
                    throw e;
                }
                LOG.info("interrupted");
                return ExitCode.INTERRUPTED;
            } catch (RuntimeException e) {
                LOG.info("the run failed", e);
                throw e;
            }
        }
    }

    private void begin(RunDirectory made) {
        directory = made;
        log = Logging.to(made.log());
        err.println("rectify: writing to " + shown(made.path()));
        LOG.info("{} {}", String.join(", ", new Version().getVersion()), commandLine);
    }

    private int report(FinishedRun finished) {
        List<String> result =
                ResultText.of(finished.result(), shown(finished.directory().path()));
        result.forEach(out::println);
        result.forEach(LOG::info);
        if (finished.result().diverged()) {
            err.println(
                    "rectify: learning diverged in epoch " + finished.result().epochs()
                            + ": a cost or a parameter left the finite numbers; try a smaller learning rate,"
                            + " --set fine-tuning.optimizer.learning-rate=...");
            return ExitCode.DIVERGED;
        }
        return ExitCode.DONE;
    }

    private String kept() {
        RunDirectory made = directory;
        if (made == null) {
            return "nothing was written";
        }
        try (Stream<Path> files = Files.walk(made.path())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> made.path().relativize(file).toString())
                    .filter(name -> !name.endsWith(".partial"))
                    .sorted()
                    .collect(Collectors.joining(", ", "kept in " + shown(made.path()) + ": ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path as short as it can be said: relative to where the user is, if it lies below. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
