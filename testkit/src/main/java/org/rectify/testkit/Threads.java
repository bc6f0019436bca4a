package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done by several threads at the same time. */
final class Threads {

    private Threads() {}

    /** Runs each on a thread of its own, and fails where one of them does. */
    static void runAll(List<? extends Runnable> works) {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (Runnable work : works) {
                runs.add(threads.submit(work));
            }
            for (Future<?> run : runs) {
                assertThat(run).succeedsWithin(Duration.ofMinutes(2));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
