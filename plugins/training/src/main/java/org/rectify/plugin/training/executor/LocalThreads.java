package org.rectify.plugin.training.executor;

import java.util.Optional;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.executor.TrialHandle;

/** Trials as threads of the process that asks for them. */
final class LocalThreads implements TrialExecutorFactory<LocalThreads.Options> {

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
        return new Threads(new Workers(options.jobs().orElseGet(Runtime.getRuntime()::availableProcessors)));
    }

    /** Trials on threads. */
    private record Threads(Workers workers) implements TrialExecutor {

        @Override
        public int capacity() {
            return workers.number();
        }

        @Override
        public TrialHandle submit(Trial trial) {
            return workers.submit(trial::runHere); // which looks by itself whether it was given up
        }

        @Override
        public void close() {
            workers.close();
        }
    }
}
