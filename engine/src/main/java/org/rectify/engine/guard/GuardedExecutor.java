package org.rectify.engine.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialHandle;

/**
 * An executor behind its guard.
 *
 * @param guard its guard
 */
public record GuardedExecutor(TrialExecutor executor, Guard guard) implements TrialExecutor, Guarded {

    /** The same executor behind a guard. */
    public static TrialExecutor of(TrialExecutor executor, Guard guard) {
        return new GuardedExecutor(executor, guard);
    }

    @Override
    public Object component() {
        return executor;
    }

    @Override
    public int capacity() {
        int capacity = guard.call("capacity", executor::capacity);
        if (capacity < 1) {
            throw guard.fault("capacity", "gives " + capacity + "; it must be at least 1");
        }
        return capacity;
    }

    @Override
    public TrialHandle submit(Trial trial) {
        TrialHandle handle = guard.ask("submit", () -> executor.submit(new CheckedTrial(trial, guard)));
        CompletableFuture<Void> completion = new CompletableFuture<>();
        CompletionStage<Void> stage = guard.ask("submit().completion", handle::completion);
        guard.run(
                "submit().completion().whenComplete",
                () -> stage.whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        completion.complete(null);
                    } else {
                        completion.completeExceptionally(told(failure, guard));
                    }
                }));
        return new Handle(handle, completion, guard);
    }

    /** Why a trial could not be run, which the executor says to the user; empty words are its fault. */
    private static Throwable told(Throwable failure, Guard guard) {
        Throwable cause = failure instanceof CompletionException ? Thrown.cause(failure) : null;
        Throwable said = cause == null ? failure : cause;
        if (guard.isOfEngine(said)) {
            return said;
        }
        Thrown copy = Thrown.of(said);
        String message = copy.getMessage();
        return message == null
                ? guard.fault("submit().completion", "fails with " + copy.line())
                : new RectifyException(Category.PLUGIN, PluginText.line(message), copy);
    }

    @Override
    public void close() {
        guard.run("close", executor::close);
    }

    @Override
    public String toString() {
        return guard.toString();
    }

    /** A trial that was submitted, and a stage of the engine's own, on which nothing of the plugin's runs. */
    private record Handle(TrialHandle handle, CompletableFuture<Void> completion, Guard guard) implements TrialHandle {

        @Override
        public void cancel() {
            guard.run("submit().cancel", handle::cancel);
        }
    }
}
