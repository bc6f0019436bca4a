package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a study when the process is told to end: its trials are given back, so that nobody has to wait for them. */
final class StudyInterruption implements AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final PrintWriter err;
    private final Path kept;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean requested;

    private StudyInterruption(PrintWriter err, Path kept) {
        this.err = err;
        this.kept = kept;
    }

    /**
     * Watches over a study until it is closed.
     *
     * @param kept where it is
     */
    static StudyInterruption of(PrintWriter err, Path kept) {
        StudyInterruption interruption = new StudyInterruption(err, kept);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process is ending. */
    boolean isRequested() {
        return requested;
    }

    private void interrupt() {
        if (ForeignExit.underWay().isPresent()) {
            return;
        }
        requested = true;
        try {
            boolean inTime = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            err.println("rectify: interrupted; finished trials are kept in " + kept
                    + ", and the same command goes on from there"
                    + (inTime ? "" : " (trials under way did not end in " + SECONDS_TO_END + " seconds)"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
    }

    /** The study is over, one way or the other. */
    @Override
    public void close() {
        ended.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The hook runs already, and has been told all it waits for.
            }
        }
    }
}
