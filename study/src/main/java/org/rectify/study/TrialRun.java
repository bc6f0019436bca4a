package org.rectify.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.study.ledger.Ledger;
import org.rectify.study.plan.PlannedTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A trial that was taken from the ledger, on its way to a result or a failure. Safe for use by several threads. */
final class TrialRun implements Trial {

    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);
    private static final Duration LONG_SILENCE = Duration.ofMinutes(30);
    private static final int MOST_CHARACTERS = 2000;

    private final PlannedTrial trial;
    private final TrialSpec spec;
    private final Ledger.Claim claim;
    private final Ledger ledger;
    private final StudyRequest request;
    private final StudyDirectory directory;
    private final DatasetPool datasets;
    private final Path attempt;
    private final TrialProgress progress;
    private final AtomicBoolean over = new AtomicBoolean();
    private final long start = System.nanoTime();
    private StudyExecutor.@Nullable Submitted submitted;
    private volatile boolean cancelled;
    private boolean silenceTold;

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
        this.progress = new TrialProgress(this::isCancelled);
        this.spec = TrialSpecs.of(trial, request.plan().dataOf(trial), request.registry(), claim.attempt());
        LOG.info("begins {} (attempt {})", trial.name(), claim.attempt());
    }

    PlannedTrial planned() {
        return trial;
    }

    double fraction() {
        return progress.fraction();
    }

    /** Hands it to an executor, unless it is found done; what comes back completes when it is over. */
    CompletableFuture<Void> begin(StudyExecutor executor) {
        if (directory.isPublished(trial)) {
            return CompletableFuture.completedFuture(null);
        }
        submitted = executor.submit(this);
        return submitted.completion();
    }

    /** Gives it up, as soon as the executor can. */
    void cancel() {
        cancelled = true;
        if (submitted != null) {
            submitted.cancel();
        }
    }

    /** Takes no notice of it any more; without effect once it has ended. */
    void abandon() {
        over.set(true);
    }

    /** Tells the user, once, that nothing was heard of it for long. */
    void tellSilence(String executor) {
        if (!silenceTold && progress.silence() > LONG_SILENCE.toNanos()) {
            silenceTold = true;
            LOG.warn(
                    "{} has not told anything of {} for {} minutes; it may still be waiting for a place, or be lost:"
                            + " interrupted and given again, the study begins it anew",
                    executor,
                    trial.name(),
                    LONG_SILENCE.toMinutes());
        }
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
        if (!Path.of(name).equals(Path.of(name).getFileName())) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a file");
        }
        Path folder = directory.scratch(trial, claim.attempt());
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    @Override
    public List<String> command(Path specFile, long memoryMegabytes) {
        if (memoryMegabytes < 0) {
            throw new IllegalArgumentException(memoryMegabytes + " MB of memory: must be at least 0");
        }
        return request.launcher().command(specFile, attempt, memoryMegabytes);
    }

    @Override
    public void runHere() {
        try (DatasetPool.Lease lease = datasets.take(trial.experiment())) {
            RunRequest run = new RunRequest(
                    trial.experiment(),
                    request.registry(),
                    directory.path(),
                    true,
                    request.commandLine(),
                    request.page(),
                    ignored -> {},
                    progress);
            trial.experiment().fit().accept(lease.dataset().facts());
            Runs.run(run, lease.dataset(), RunDirectory.createAt(attempt));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled || request.stopping().getAsBoolean();
    }

    @Override
    public void progress(double fraction) {
        progress.set(fraction);
    }

    @Override
    public void log(String line) {
        progress.sign();
        LOG.info("{}: {}", trial.name(), shown(line));
    }

    /** One line of bearable length: it may come from anywhere. */
    private static String shown(String line) {
        String plain = line.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > MOST_CHARACTERS ? plain.substring(0, MOST_CHARACTERS) + "..." : plain;
    }

    /**
     * Publishes what was computed and enters the result, or why there is none; the second time without effect.
     *
     * @param failure what the executor says; what was computed is looked at either way
     * @throws RuntimeException when the study's folder or ledger fails
     */
    void end(String executor, Optional<Throwable> failure) {
        if (over.getAndSet(true)) {
            return;
        }
        try {
            enter(executor, failure);
        } finally {
            sweep();
        }
    }

    private void enter(String executor, Optional<Throwable> failure) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Throwable cause = failure.map(TrialRun::unwrapped).orElse(null);
        String result = "";
        if (cause == null) {
            try {
                result = publish(executor);
            } catch (RuntimeException e) {
                cause = e;
            }
        }
        if (cause == null) {
            ledger.finish(claim, result, seconds);
            LOG.info("ends {}", trial.name());
        } else if (isCancelled()) {
            LOG.info("gives up {}", trial.name());
        } else {
            LOG.info("{} failed", trial.name(), cause);
            String message = cause.getMessage();
            ledger.fail(claim, message == null ? cause.getClass().getName() : message, seconds);
        }
    }

    /** The result, which stands under the trial's name afterwards, whoever put it there. */
    private String publish(String executor) {
        if (!directory.isPublished(trial)) {
            String result = computed(executor);
            if (directory.publish(trial, attempt)) {
                return result;
            }
        }
        Path published = directory.of(trial);
        try {
            return CompleteRun.result(published, spec);
        } catch (RectifyException e) {
            throw new RectifyException(
                    e.category(), e.getMessage() + "; remove " + published + " to have the trial run anew", e);
        }
    }

    private String computed(String executor) {
        try {
            return CompleteRun.result(attempt, spec);
        } catch (RectifyException e) {
            throw new RectifyException(
                    e.category(), executor + ": says that the trial is done, but " + e.getMessage(), e);
        }
    }

    /** What cannot be removed now is removed before the next attempt. */
    private void sweep() {
        try {
            directory.sweep(trial, claim.attempt());
        } catch (UncheckedIOException e) {
            LOG.info("{} left something behind", trial.name(), e);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
