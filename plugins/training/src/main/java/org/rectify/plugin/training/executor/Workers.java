package org.rectify.plugin.training.executor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rectify.api.executor.TrialHandle;

/** A fixed number of threads that do not keep the process alive, each at one trial at a time. */
final class Workers implements AutoCloseable {

    private final int number;
    private final ExecutorService threads;

    Workers(int number) {
        this.number = number;
        AtomicInteger made = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(number, work -> {
            Thread thread = new Thread(work, "rectify-trial-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    int number() {
        return number;
    }

    /** Does some work as soon as a thread is free. */
    TrialHandle submit(Submission.Work work) {
        Submission submission = new Submission(work);
        threads.execute(submission::run);
        return submission;
    }

    /** Waits for all work. */
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
