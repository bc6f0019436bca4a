package org.rectify.api.executor;

import java.util.concurrent.CompletionStage;

/** Where the trials of a study run. */
public interface Executor extends AutoCloseable {

    /** How many trials run side by side, at least 1. */
    int capacity();

    /**
     * Starts a trial, now or when a place is free.
     *
     * @return completes when the trial's run directory is finished; exceptionally when the trial could not be run at all
     */
    CompletionStage<Void> submit(Trial trial);

    /** Waits for the trials under way and lets go of what runs them. */
    @Override
    void close();
}
