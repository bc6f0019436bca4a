package org.rectify.engine.training;

/** The time spent learning, measured for reports and never part of a result. */
final class Stopwatch {

    private long startedAt;
    private long total;
    private long lapBegan;

    void start() {
        startedAt = System.nanoTime();
    }

    void stop() {
        total += System.nanoTime() - startedAt;
    }

    /** Seconds in all. */
    double seconds() {
        return total / 1e9;
    }

    /** Seconds since the last lap. */
    double lap() {
        double seconds = (total - lapBegan) / 1e9;
        lapBegan = total;
        return seconds;
    }
}
