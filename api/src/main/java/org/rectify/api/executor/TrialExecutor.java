package org.rectify.api.executor;

/**
 * Where the trials of a study run.
 *
 * <p>An executor computes run directories and nothing else: the engine keeps the ledger, publishes what was computed and enters
 * results, wherever a trial ran. It calls an executor on one thread at a time.
 *
 * @since 0.2
 */
public interface TrialExecutor extends AutoCloseable {

    /** How many trials run side by side, at least 1; asked again and again, since places may come and go. */
    int capacity();

    /**
     * Starts a trial, now or when a place is free, and returns without waiting for it.
     *
     * @return its handle; where this throws, the trial has failed and others go on
     */
    TrialHandle submit(Trial trial);

    /** Waits for the trials under way and lets go of what runs them; may be called twice. */
    @Override
    void close();
}
