package org.rectify.plugin.training;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.executor.TrialHandle;

/** Trials as threads of the process that asks for them. */
final class Local implements TrialExecutorFactory<Local.Options> {

    /** How many trials run side by side. */
    record Options(
            @Describe(value = "Trials that run side by side; one for each processor unless given.", range = "[1, 1024]")
            Optional<Integer> jobs) {

        Options {
            jobs.ifPresent(number -> Require.in("jobs", number, "[1, 1024]"));
        }
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String summary() {
        return "Runs trials side by side on this machine, each on a thread of its own.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public TrialExecutor create(Options options, ComponentContext context) {
        return new Threads(options.jobs().orElseGet(Runtime.getRuntime()::availableProcessors));
    }

    /** A fixed number of threads that do not keep the process alive. */
    private static final class Threads implements TrialExecutor {

        private final int capacity;
        private final ExecutorService threads;

        Threads(int capacity) {
            this.capacity = capacity;
            AtomicInteger number = new AtomicInteger();
            this.threads = Executors.newFixedThreadPool(capacity, work -> {
                Thread thread = new Thread(work, "rectify-trial-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public TrialHandle submit(Trial trial) {
            return new Submitted(CompletableFuture.runAsync(trial::runHere, threads));
        }

        @Override
        public void close() {
            threads.shutdown();
            try {
                boolean unused = threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A trial on its thread; one that is under way looks itself whether it was given up. */
    private record Submitted(CompletableFuture<Void> completion) implements TrialHandle {

        @Override
        public void cancel() {
            completion.cancel(false);
        }
    }
}
