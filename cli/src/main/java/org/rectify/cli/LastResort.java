package org.rectify.cli;

import java.time.Duration;

/** Ends Java where the shutdown hook of a plugin would keep it from ending. */
final class LastResort {

    /** Longer than this program's own hooks take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LastResort() {}

    /** Begins to wait for Java to end, which has been told to. */
    static void begin(int exitCode) {
        Thread thread = new Thread(() -> halt(exitCode), "rectify-last-resort");
        thread.setDaemon(true);
        thread.start();
    }

    private static void halt(int exitCode) {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
