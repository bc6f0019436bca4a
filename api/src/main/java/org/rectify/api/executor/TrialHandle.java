package org.rectify.api.executor;

import java.util.concurrent.CompletionStage;

/**
 * A trial that was submitted.
 *
 * @since 0.2
 */
public interface TrialHandle {

    /**
     * Completes when {@link Trial#directory()} is finished; exceptionally, with a message for the user, when the trial could
     * not be run. A completed stage without a complete run directory is a failed trial.
     */
    CompletionStage<Void> completion();

    /** Gives the trial up as soon as possible; the stage completes all the same. */
    void cancel();
}
