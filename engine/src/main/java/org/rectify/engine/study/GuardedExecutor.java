package org.rectify.engine.study;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialHandle;
import org.rectify.engine.config.Choice;
import org.rectify.engine.plugin.ContextClassLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The executor of a study, which is trusted at no call: what a plugin does wrong is told by its name and harms one trial. */
final class GuardedExecutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedExecutor.class);

    private final TrialExecutor executor;
    private final String name;
    private final Duration patience;

    private GuardedExecutor(TrialExecutor executor, String name, Duration patience) {
        this.executor = executor;
        this.name = name;
        this.patience = patience;
    }

    /**
     * Makes the executor that a study chose.
     *
     * @param patience how long closing it may take, no trial being under way
     */
    static GuardedExecutor of(Choice<TrialExecutor> choice, Duration patience) {
        String name = "plugin " + choice.plugin().id() + " (" + choice.plugin().location() + "), executor '"
                + choice.type() + "'";
        return new GuardedExecutor(choice.create(), name, patience);
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
        int capacity = called("capacity()", executor::capacity);
        if (capacity < 1) {
            throw broken("capacity() gives " + capacity + "; it must be at least 1", null);
        }
        return capacity;
    }

    /** Hands a trial over; where that fails, the trial has failed. */
    Submitted submit(Trial trial) {
        CompletableFuture<Void> completion = new CompletableFuture<>();
        try {
            @Nullable TrialHandle handle = called("submit()", () -> executor.submit(trial));
            if (handle == null) {
                throw broken("submit() gives null; it must give a handle", null);
            }
            @Nullable CompletionStage<Void> stage = called("completion()", handle::completion);
            if (stage == null) {
                throw broken("completion() gives null; it must give a stage", null);
            }
            called("completion()", () -> stage.whenComplete((done, failure) -> complete(completion, failure)));
            return new Handed(completion, () -> cancel(handle));
        } catch (RectifyException e) {
            completion.completeExceptionally(e);
            return new Handed(completion, () -> {});
        }
    }

    private record Handed(CompletableFuture<Void> completion, Runnable canceller) implements Submitted {

        @Override
        public void cancel() {
            canceller.run();
        }
    }

    private static void complete(CompletableFuture<Void> completion, @Nullable Throwable failure) {
        if (failure == null) {
            completion.complete(null);
        } else {
            completion.completeExceptionally(failure);
        }
    }

    private void cancel(TrialHandle handle) {
        try {
            called("cancel()", () -> {
                handle.cancel();
                return true;
            });
        } catch (RectifyException e) {
            LOG.warn("{}", e.getMessage(), e);
        }
    }

    /** What the plugin throws is its fault, and told by its name. */
    private <T> T called(String method, Supplier<T> call) {
        try {
            return ContextClassLoader.during(executor.getClass().getClassLoader(), call);
        } catch (RectifyException e) {
            throw new RectifyException(e.category(), name + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw broken(method + " failed: " + e, e);
        }
    }

    private RectifyException broken(String what, @Nullable Throwable cause) {
        return new RectifyException(Category.PLUGIN, name + ": " + what, cause);
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
            called("close()", () -> {
                executor.close();
                return true;
            });
        } catch (RectifyException e) {
            LOG.warn("{}", e.getMessage(), e);
        }
    }
}
