package org.rectify.study;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialHandle;
import org.rectify.engine.config.DeferredComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The executor of a study: what its plugin does wrong harms one trial, and its end is not waited for without end. */
final class StudyExecutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StudyExecutor.class);

    private final TrialExecutor executor;
    private final String name;
    private final Duration patience;

    private StudyExecutor(TrialExecutor executor, String name, Duration patience) {
        this.executor = executor;
        this.name = name;
        this.patience = patience;
    }

    /**
     * Makes the executor that a study chose.
     *
     * @param patience how long closing it may take, no trial being under way
     */
    static StudyExecutor of(DeferredComponent<TrialExecutor> choice, Duration patience) {
        String name = "plugin " + choice.plugin().id() + " (" + choice.plugin().location() + "), executor '"
                + choice.type() + "'";
        return new StudyExecutor(choice.create(), name, patience);
    }

    /** A trial that was handed over. */
    interface Submitted {

        /** Completes once, when the executor says that it is done with the trial. */
        CompletableFuture<Void> completion();

        /** Asks the executor to give the trial up. */
        void cancel();
    }

    /** The executor and its plugin, as they stand at the beginning of a message. */
    String name() {
        return name;
    }

    /**
     * How many trials may run side by side.
     *
     * @throws RectifyException of category {@code PLUGIN} where the executor does not say
     */
    int capacity() {
        return executor.capacity();
    }

    /** Hands a trial over; where that fails, the trial has failed. */
    Submitted submit(Trial trial) {
        try {
            TrialHandle handle = executor.submit(trial);
            return new Handed(handle.completion().toCompletableFuture(), () -> cancel(handle));
        } catch (RuntimeException e) {
            // What the engine threw when it was called back comes through as it is.
            return new Handed(CompletableFuture.failedFuture(e), () -> {});
        }
    }

    private record Handed(CompletableFuture<Void> completion, Runnable canceller) implements Submitted {

        @Override
        public void cancel() {
            canceller.run();
        }
    }

    private void cancel(TrialHandle handle) {
        try {
            handle.cancel();
        } catch (RectifyException e) {
            LOG.warn("{}", e.getMessage(), e);
        }
    }

    /** Lets go of the executor; one that does not end is left to itself. */
    @Override
    public void close() {
        Thread closing = new Thread(this::closeNow, "rectify-executor-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(patience.toMillis());
            if (closing.isAlive()) {
                LOG.warn(
                        "{}: close() has not returned for {} s, though no trial is under way",
                        name,
                        patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeNow() {
        try {
            executor.close();
        } catch (RectifyException e) {
            LOG.warn("{}", e.getMessage(), e);
        }
    }
}
