package org.rectify.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.rectify.api.facts.Direction;
import org.rectify.study.ledger.Ledger;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.result.Outcomes;
import org.rectify.study.result.Selection;
import org.rectify.study.result.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes trials and hands them to the executor until none is left: results may ask for further trials. */
final class StudyLoop {

    private static final Logger LOG = LoggerFactory.getLogger(StudyLoop.class);
    private static final long MILLISECONDS_BETWEEN_LOOKS = 250;

    private final StudyRequest request;
    private final StudyDirectory directory;
    private final Ledger ledger;
    private final DatasetPool datasets;
    private final StudyExecutor executor;
    private final Map<String, TrialRun> running = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private final Semaphore endings = new Semaphore(0);
    private final Map<String, Ledger.Entry> ended = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long seen;
    private double workBefore = -1;
    private Outcomes outcomes = new Outcomes(Map.of(), Map.of());

    StudyLoop(
            StudyRequest request,
            StudyDirectory directory,
            Ledger ledger,
            DatasetPool datasets,
            StudyExecutor executor) {
        this.request = request;
        this.directory = directory;
        this.ledger = ledger;
        this.datasets = datasets;
        this.executor = executor;
    }

    /**
     * Runs what is to be run.
     *
     * @throws RuntimeException when the study's folder, its ledger or the executor as a whole fails; never for a trial
     */
    void run() {
        try {
            while (!request.stopping().getAsBoolean()) {
                requireSound();
                look();
                Selection selection = new Selection(request.plan(), outcomes);
                Collection<PlannedTrial> open = selection.open();
                if (open.isEmpty() && running.isEmpty()) {
                    break;
                }
                submit(open);
                request.listener().accept(status(selection));
                running.values().forEach(run -> run.tellSilence(executor.name()));
                await();
            }
        } finally {
            giveUp();
        }
        requireSound();
        look();
        request.listener().accept(status(new Selection(request.plan(), outcomes)));
    }

    /** Cancels what is under way, and leaves behind what does not end all the same. */
    private void giveUp() {
        running.values().forEach(TrialRun::cancel);
        long end = System.nanoTime() + request.lease().toNanos();
        try {
            while (!running.isEmpty() && System.nanoTime() < end) {
                await();
            }
        } finally {
            running.values().forEach(run -> {
                run.abandon();
                LOG.warn(
                        "{}: has not ended {}, which it was asked to give up",
                        executor.name(),
                        run.planned().name());
            });
        }
    }

    private void requireSound() {
        Throwable cause = broken.get();
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause != null) {
            throw new IllegalStateException("a trial could not be entered", cause);
        }
    }

    /** Learns what this and other processes have finished. */
    private void look() {
        List<Ledger.Entry> entries = ledger.endedSince(seen);
        if (entries.isEmpty()) {
            return;
        }
        for (Ledger.Entry entry : entries) {
            ended.put(entry.identity(), entry);
            seen = entry.sequence();
        }
        outcomes = Studies.outcomes(List.copyOf(ended.values()));
    }

    private void submit(Collection<PlannedTrial> open) {
        while (running.size() < executor.capacity() && !request.stopping().getAsBoolean()) {
            Map<String, PlannedTrial> candidates = candidates(open);
            Optional<Ledger.Claim> claim = ledger.claim(List.copyOf(candidates.keySet()));
            if (claim.isEmpty()) {
                return;
            }
            PlannedTrial trial =
                    Optional.ofNullable(candidates.get(claim.get().identity())).orElseThrow();
            TrialRun run = new TrialRun(trial, claim.get(), ledger, request, directory, datasets);
            running.put(trial.identity(), run);
            var unused = run.begin(executor).whenComplete((done, failure) -> ended(run, Optional.ofNullable(failure)));
        }
    }

    /** On any thread, of which nobody looks at what is thrown: what goes wrong here ends the study, not the trial. */
    private void ended(TrialRun run, Optional<Throwable> failure) {
        try {
            run.end(executor.name(), failure);
        } catch (RuntimeException | Error e) {
            broken.compareAndSet(null, e);
        } finally {
            running.remove(run.planned().identity());
            endings.release();
        }
    }

    /** Those whose stack somebody here is computing come last: they would only wait. */
    private Map<String, PlannedTrial> candidates(Collection<PlannedTrial> open) {
        Set<Path> underWay = new HashSet<>();
        running.values().forEach(run -> run.planned().stack().ifPresent(underWay::add));
        Map<String, PlannedTrial> candidates = new LinkedHashMap<>();
        List<PlannedTrial> last = new ArrayList<>();
        for (PlannedTrial trial : open) {
            boolean waits = trial.stack()
                    .filter(stack -> underWay.contains(stack) && !Files.exists(stack))
                    .isPresent();
            if (running.containsKey(trial.identity())) {
                continue;
            }
            if (waits) {
                last.add(trial);
            } else {
                candidates.put(trial.identity(), trial);
            }
        }
        last.forEach(trial -> candidates.put(trial.identity(), trial));
        return candidates;
    }

    private void await() {
        try {
            if (endings.tryAcquire(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                endings.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private StudyStatus status(Selection selection) {
        Map<String, PlannedTrial> needed = new LinkedHashMap<>();
        selection.needed().forEach(row -> needed.put(row.trial().identity(), row.trial()));
        int failed = (int) needed.keySet().stream()
                .filter(outcomes.failures()::containsKey)
                .count();
        int done = (int)
                needed.keySet().stream().filter(outcomes.results()::containsKey).count();
        int elsewhere = Math.max(0, ledger.running() - running.size());
        return new StudyStatus(
                done, failed, running.size(), elsewhere, needed.size(), best(selection), left(needed.values()));
    }

    private Optional<StudyStatus.Best> best(Selection selection) {
        String metric = request.plan().metrics().selectBy();
        Direction direction = request.plan().metrics().criterion().direction();
        StudyStatus.Best best = null;
        for (PlacedTrial row : selection.needed()) {
            Optional<TrialResult> result = outcomes.of(row).filter(one -> !one.diverged());
            double value = result.map(one -> one.validation().getOrDefault(metric, Double.NaN))
                    .orElse(Double.NaN);
            if (!Double.isNaN(value) && (best == null || direction.isBetter(value, best.value()))) {
                best = new StudyStatus.Best(row.cell().name(), metric, value);
            }
        }
        return Optional.ofNullable(best);
    }

    /** By the work that was done since this process began: trials differ, and so do machines. */
    private Optional<Duration> left(Collection<PlannedTrial> needed) {
        double all = 0;
        double done = 0;
        for (PlannedTrial trial : needed) {
            all += trial.work().total();
            TrialRun run = running.get(trial.identity());
            boolean over = outcomes.results().containsKey(trial.identity())
                    || outcomes.failures().containsKey(trial.identity());
            done += over
                    ? trial.work().total()
                    : run == null ? 0 : run.fraction() * trial.work().total();
        }
        if (workBefore < 0) {
            workBefore = done;
        }
        double share = (done - workBefore) / Math.max(1, all - workBefore);
        double seconds = (System.nanoTime() - start) / 1e9;
        return share <= 0 ? Optional.empty() : Optional.of(Duration.ofSeconds((long) (seconds * (1 - share) / share)));
    }
}
