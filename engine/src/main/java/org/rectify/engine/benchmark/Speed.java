package org.rectify.engine.benchmark;

/**
 * Examples per second over some windows of time.
 *
 * @param median of an even number of windows the mean of the middle two
 */
public record Speed(double median, double min, double max) {

    /**
     * The speed of windows.
     *
     * @param sorted examples per second of each window, rising; at least one
     */
    static Speed of(double[] sorted) {
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Speed(median, sorted[0], sorted[sorted.length - 1]);
    }
}
