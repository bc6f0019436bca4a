package org.rectify.plugin.training.executor;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rectify.api.executor.TrialHandle;

/** A trial that waits for a thread, has one, or is done. */
final class Submission implements TrialHandle {

    private final Work work;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private boolean begun;
    private boolean cancelled;

    Submission(Work work) {
        this.work = work;
    }

    /** What there is to do for a trial. */
    interface Work {

        /** Does it, on the calling thread; throws what the user is to be told. */
        void run() throws Exception;

        /** Asks it, on another thread, to end soon; called once, before or while it runs. */
        default void cancel() {}
    }

    @Override
    public CompletionStage<Void> completion() {
        return completion.minimalCompletionStage();
    }

    /** Work that was begun ends by itself, and completes the stage then; work that was not never begins. */
    @Override
    public void cancel() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            if (!begun) {
                completion.completeExceptionally(new CancellationException("given up before it began"));
                return;
            }
        }
        work.cancel();
    }

    /** Does the work, unless it was given up. */
    void run() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            begun = true;
        }
        try {
            work.run();
            completion.complete(null);
        } catch (Exception | Error e) {
            completion.completeExceptionally(e);
        }
    }
}
