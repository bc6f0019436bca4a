package org.rectify.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.TrainingListener;

/**
 * Ends a training when the process is told to end: the training thread leaves at its next minibatch and closes its
 * files, and the user is told what is kept.
 *
 * <p>Java itself ends a process that was interrupted with 130, after its shutdown hooks.
 */
final class Interruption implements TrainingListener, AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final PrintWriter err;
    private final Supplier<String> kept;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean training;
    private volatile boolean requested;

    private Interruption(PrintWriter err, Supplier<String> kept) {
        this.err = err;
        this.kept = kept;
    }

    /**
     * Watches over a run until it is closed.
     *
     * @param kept a sentence on what is left of it, asked for when the training has ended
     */
    static Interruption of(PrintWriter err, Supplier<String> kept) {
        Interruption interruption = new Interruption(err, kept);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process is ending. */
    boolean isRequested() {
        return requested;
    }

    @Override
    public void trainingStarted(int examples, int epochs) {
        training = true;
        leaveIfRequested();
    }

    @Override
    public void examplesLearned(int epoch, int examples) {
        leaveIfRequested();
    }

    @Override
    public void measured(EpochReport report) {
        leaveIfRequested();
    }

    private void leaveIfRequested() {
        if (requested) {
            throw new CancellationException("the process is ending");
        }
    }

    private void interrupt() {
        if (ForeignExit.underWay().isPresent()) {
            return;
        }
        requested = true;
        try {
            if (training && !ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
                err.println("rectify: the training did not end in " + SECONDS_TO_END + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.println("rectify: interrupted; " + kept.get());
        err.flush();
    }

    /** The run is over, one way or the other. */
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
