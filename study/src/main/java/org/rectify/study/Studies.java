package org.rectify.study;

import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rectify.study.ledger.Ledger;
import org.rectify.study.ledger.Owner;
import org.rectify.study.plan.StudyPlan;
import org.rectify.study.result.CellResult;
import org.rectify.study.result.ClaimVerdict;
import org.rectify.study.result.Outcomes;
import org.rectify.study.result.Selection;
import org.rectify.study.result.StudyFiles;
import org.rectify.study.result.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries studies out, from wherever they were left. */
public final class Studies {

    private static final Logger LOG = LoggerFactory.getLogger(Studies.class);

    private Studies() {}

    /**
     * Runs what is left of a study, beside any other process that does, and writes its tables.
     *
     * @throws org.rectify.api.error.RectifyException when the study's directory or its executor fails; never for a trial
     */
    public static StudyOutcome run(StudyRequest request) {
        StudyDirectory directory = new StudyDirectory(request.directory());
        directory.make();
        Owner owner = Owner.current();
        try (Ledger ledger = Ledger.open(directory.ledger(), owner, request.lease(), Clock.systemUTC())) {
            Map<String, String> names = new LinkedHashMap<>();
            request.plan().trials().forEach((identity, trial) -> names.put(identity, trial.name()));
            ledger.enrol(names);
            if (request.retryFailed()) {
                ledger.retryFailed();
            }
            try (Heart heart = new Heart(ledger, request.lease().toMillis() / 4);
                    DatasetPool datasets = new DatasetPool();
                    StudyExecutor executor =
                            StudyExecutor.of(request.plan().spec().settings().executor(), request.lease())) {
                new StudyLoop(request, directory, ledger, datasets, executor).run();
            } finally {
                ledger.release();
            }
            return write(request.plan(), directory, ledger);
        }
    }

    /** The tables of what has ended so far. */
    private static StudyOutcome write(StudyPlan plan, StudyDirectory directory, Ledger ledger) {
        List<Ledger.Entry> entries = ledger.endedSince(0);
        Outcomes outcomes = outcomes(entries);
        List<CellResult> cells = CellResult.all(plan, outcomes);
        List<ClaimVerdict> verdicts = ClaimVerdict.of(plan, cells, directory::correctness);
        new StudyFiles(directory.path(), plan).write(outcomes, cells, verdicts, entries);
        boolean complete = new Selection(plan, outcomes).open().isEmpty();
        return new StudyOutcome(complete, outcomes, cells, verdicts);
    }

    /** What entries of a ledger say. */
    static Outcomes outcomes(List<Ledger.Entry> entries) {
        Map<String, TrialResult> results = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        for (Ledger.Entry entry : entries) {
            entry.result()
                    .ifPresentOrElse(
                            json -> results.put(entry.identity(), TrialResult.parse(json)),
                            () -> failures.put(entry.identity(), entry.cause()));
        }
        return new Outcomes(results, failures);
    }

    /** How a study stands whose directory may not exist yet. */
    public static Outcomes standing(StudyDirectory directory) {
        if (!Files.isRegularFile(directory.ledger())) {
            return new Outcomes(Map.of(), Map.of());
        }
        try (Ledger ledger =
                Ledger.open(directory.ledger(), Owner.current(), StudyRequest.USUAL_LEASE, Clock.systemUTC())) {
            return outcomes(ledger.endedSince(0));
        }
    }

    /** Shows other processes that this one is alive. */
    private static final class Heart implements AutoCloseable {

        private final ScheduledExecutorService beats;

        Heart(Ledger ledger, long milliseconds) {
            beats = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "rectify-study-heart");
                thread.setDaemon(true);
                return thread;
            });
            var unused =
                    beats.scheduleAtFixedRate(() -> beat(ledger), milliseconds, milliseconds, TimeUnit.MILLISECONDS);
        }

        /** A beat that is missed must not be the last. */
        private static void beat(Ledger ledger) {
            try {
                ledger.heartbeat();
            } catch (RuntimeException e) {
                LOG.warn("the study's ledger could not be reached: {}", e.getMessage());
            }
        }

        @Override
        public void close() {
            beats.shutdownNow();
        }
    }
}
