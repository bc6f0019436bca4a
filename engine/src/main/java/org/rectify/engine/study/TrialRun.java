package org.rectify.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.study.ledger.Ledger;
import org.rectify.engine.study.plan.PlannedTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A trial that was taken from the ledger, on its way to a result or a failure. */
final class TrialRun implements Trial {

    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

    private final PlannedTrial trial;
    private final TrialSpec spec;
    private final Ledger.Claim claim;
    private final Ledger ledger;
    private final StudyRequest request;
    private final StudyDirectory directory;
    private final DatasetPool datasets;
    private final Path attempt;
    private final TrialProgress progress;
    private final long start = System.nanoTime();

    TrialRun(
            PlannedTrial trial,
            Ledger.Claim claim,
            Ledger ledger,
            StudyRequest request,
            StudyDirectory directory,
            DatasetPool datasets) {
        this.trial = trial;
        this.claim = claim;
        this.ledger = ledger;
        this.request = request;
        this.directory = directory;
        this.datasets = datasets;
        this.attempt = directory.attempt(trial, claim.attempt());
        this.progress = new TrialProgress(request.stopping());
        this.spec = TrialSpecs.of(trial, request.plan().dataOf(trial), request.registry(), claim.attempt());
        LOG.info("begins {} (attempt {})", trial.name(), claim.attempt());
    }

    PlannedTrial planned() {
        return trial;
    }

    double fraction() {
        return progress.fraction();
    }

    @Override
    public TrialSpec spec() {
        return spec;
    }

    @Override
    public String json() {
        return TrialSpecs.json(spec);
    }

    @Override
    public Path directory() {
        return attempt;
    }

    @Override
    public Path scratch(String name) {
        Path folder = directory.scratch(trial, claim.attempt());
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    @Override
    public List<String> command(Path specFile, long memoryMegabytes) {
        return request.launcher().command(specFile, attempt, memoryMegabytes);
    }

    @Override
    public void runHere() {
        if (directory.result(trial).isPresent()) {
            return;
        }
        try (DatasetPool.Lease lease = datasets.take(trial.experiment())) {
            RunRequest run = new RunRequest(
                    trial.experiment(),
                    request.registry(),
                    directory.path(),
                    true,
                    request.commandLine(),
                    ignored -> {},
                    progress);
            trial.experiment().fit().accept(lease.dataset().facts());
            Runs.run(run, lease.dataset(), RunDirectory.createAt(attempt));
        }
    }

    @Override
    public boolean isCancelled() {
        return request.stopping().getAsBoolean();
    }

    @Override
    public void progress(double fraction) {
        progress.set(fraction);
    }

    @Override
    public void log(String line) {
        LOG.info("{}: {}", trial.name(), line);
    }

    /** Publishes what was computed and enters the result, or why there is none. */
    void end(Optional<Throwable> failure) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Throwable cause = failure.map(TrialRun::unwrapped).orElse(null);
        try {
            if (cause instanceof CancellationException || (cause != null && isCancelled())) {
                return;
            }
            if (cause != null) {
                fail(cause, seconds);
                return;
            }
            if (Files.isRegularFile(attempt.resolve("result.json"))) {
                directory.publish(trial, attempt);
            }
            Optional<String> result = directory.result(trial);
            if (result.isPresent()) {
                ledger.finish(claim, result.get(), seconds);
                LOG.info("ends {}", trial.name());
            } else {
                fail(new IllegalStateException("the executor says it is done, but there is no run directory"), seconds);
            }
        } catch (RuntimeException e) {
            fail(e, seconds);
        } finally {
            StudyDirectory.delete(attempt);
            StudyDirectory.delete(directory.scratch(trial, claim.attempt()));
        }
    }

    private void fail(Throwable cause, double seconds) {
        LOG.info("{} failed", trial.name(), cause);
        String message = cause.getMessage();
        ledger.fail(claim, message == null ? cause.getClass().getName() : message, seconds);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
