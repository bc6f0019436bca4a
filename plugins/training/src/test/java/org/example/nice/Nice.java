package org.example.nice;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.executor.TrialHandle;

/** Runs one trial after another, each in a process that gives way to all others of the machine. */
final class Nice implements TrialExecutorFactory<NoOptions> {

    @Override
    public String name() {
        return "nice";
    }

    @Override
    public String summary() {
        return "Runs one trial at a time, in a process of the lowest priority.";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public TrialExecutor create(NoOptions options, ComponentContext context) {
        return new OneByOne(Executors.newSingleThreadExecutor());
    }

    private record OneByOne(ExecutorService thread) implements TrialExecutor {

        @Override
        public int capacity() {
            return 1;
        }

        @Override
        public TrialHandle submit(Trial trial) {
            NiceTrial run = new NiceTrial(trial);
            thread.execute(run);
            return run;
        }

        @Override
        public void close() {
            thread.shutdown();
            try {
                boolean unused = thread.awaitTermination(Long.MAX_VALUE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
