package org.rectify.engine.study;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.executor.Trial;
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
    private final Ledger.Claim claim;
    private final Ledger ledger;
    private final StudyRequest request;
    private final StudyDirectory directory;
    private final DatasetPool datasets;
    private final Path attempt;
    private final TrialProgress progress;

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
    }

    PlannedTrial planned() {
        return trial;
    }

    double fraction() {
        return progress.fraction();
    }

    @Override
    public String name() {
        return trial.name();
    }

    @Override
    public String experiment() {
        return trial.experiment().text();
    }

    @Override
    public Path directory() {
        return attempt;
    }

    @Override
    public void runHere() {
        long start = System.nanoTime();
        try {
            if (directory.result(trial).isEmpty()) {
                LOG.info("begins {} (attempt {})", trial.name(), claim.attempt());
                train();
                directory.publish(trial, attempt);
            }
            ledger.finish(claim, directory.result(trial).orElseThrow(), seconds(start));
            LOG.info("ends {}", trial.name());
        } catch (CancellationException e) {
            StudyDirectory.delete(attempt);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.info("{} failed", trial.name(), e);
            ledger.fail(claim, cause(e), seconds(start));
            StudyDirectory.delete(attempt);
        }
    }

    private void train() {
        try (DatasetPool.Lease lease = datasets.take(trial.experiment())) {
            Dataset dataset = lease.dataset();
            RunDirectory made = RunDirectory.createAt(attempt);
            RunRequest run = new RunRequest(
                    trial.experiment(),
                    request.registry(),
                    directory.path(),
                    true,
                    request.commandLine(),
                    ignored -> {},
                    progress);
            Runs.run(run, dataset, made);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String cause(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getName() : message;
    }
}
