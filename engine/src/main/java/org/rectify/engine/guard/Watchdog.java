package org.rectify.engine.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Says which calls into plugins do not return: each once a minute, from its first minute on. */
public final class Watchdog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final PluginCalls calls;
    private final Consumer<String> tell;
    private final Map<PluginCalls.Running, Seen> seen = new HashMap<>();

    /**
     * When a call was seen first.
     *
     * @param since in nanoseconds
     * @param minutes for which it was told
     */
    private record Seen(long since, long minutes) {}

    private final Thread thread = new Thread(this::watch, "rectify-watchdog");

    private Watchdog(PluginCalls calls, Consumer<String> tell) {
        this.calls = calls;
        this.tell = tell;
    }

    /**
     * Begins to watch on a thread of its own, until it is closed.
     *
     * @param tell is handed a sentence
     */
    public static Watchdog over(PluginCalls calls, Consumer<String> tell) {
        Watchdog watchdog = asleep(calls, tell);
        watchdog.thread.setDaemon(true);
        watchdog.thread.start();
        return watchdog;
    }

    /** One that looks when it is told to. */
    static Watchdog asleep(PluginCalls calls, Consumer<String> tell) {
        return new Watchdog(calls, tell);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                look(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks at what is under way.
     *
     * @param now in nanoseconds from any origin
     */
    void look(long now) {
        Set<PluginCalls.Running> running = new HashSet<>(calls.running());
        seen.keySet().retainAll(running);
        for (PluginCalls.Running call : running) {
            Seen before = seen.computeIfAbsent(call, first -> new Seen(now, 0));
            long minutes = (now - before.since()) / PATIENCE.toNanos();
            if (minutes > before.minutes()) {
                seen.put(call, new Seen(before.since(), minutes));
                tell.accept(call.call() + " has not returned for " + minutes * PATIENCE.toSeconds() + " s");
            }
        }
    }

    /** Ends the watch. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
