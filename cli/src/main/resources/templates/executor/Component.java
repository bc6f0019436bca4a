package @package@;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.executor.TrialHandle;

/** Runs the trials of a study on threads of this process. */
public final class @Class@ implements TrialExecutorFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "Trials that run side by side.", defaultsTo = "1", range = "[1, 64]")
            int jobs) {

        public Options {
            Require.in("jobs", jobs, "[1, 64]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Runs trials on so many threads of this process.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public TrialExecutor create(Options options, ComponentContext context) {
        return new Threads(options.jobs());
    }

    private static final class Threads implements TrialExecutor {

        private final int jobs;
        private final ExecutorService threads;

        Threads(int jobs) {
            this.jobs = jobs;
            this.threads = Executors.newFixedThreadPool(jobs);
        }

        @Override
        public int capacity() {
            return jobs;
        }

        @Override
        public TrialHandle submit(Trial trial) {
            return new Submitted(CompletableFuture.runAsync(trial::runHere, threads));
        }

        @Override
        public void close() {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(1, TimeUnit.DAYS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Submitted(CompletableFuture<Void> completion) implements TrialHandle {

        @Override
        public void cancel() {
            completion.cancel(false);
        }
    }
}
