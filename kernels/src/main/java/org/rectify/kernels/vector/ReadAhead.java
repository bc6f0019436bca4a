package org.rectify.kernels.vector;

/**
 * Whether kernels read a tile of weights through before they work on it. It changes no result.
 *
 * <p>Where the last-level cache has the weights, reading them twice costs a third more time. Where other programs have taken
 * it, rows reach the kernels one by one, and reading a tile through in one go, which keeps the memory busy, halves the time.
 * Which of the two holds changes from second to second, so that it is tried: some steps in each cycle are done both ways,
 * the rest as was faster.
 */
final class ReadAhead {

    private static final int CYCLE = 256;
    private static final int TRIALS = 12;

    private final long[] times = new long[2];
    private int step;
    private boolean active;
    private long start;

    /** Whether to read ahead in the present step. */
    boolean isActive() {
        return active;
    }

    /** A step begins. */
    void begin() {
        if (step < TRIALS) {
            active = step % 2 == 1;
        } else if (step == TRIALS) {
            active = times[1] < times[0];
        }
        start = System.nanoTime();
    }

    /** The step that began is done. */
    void end() {
        if (step < TRIALS) {
            times[step % 2] += System.nanoTime() - start;
        }
        step++;
        if (step == CYCLE) {
            step = 0;
            times[0] = 0;
            times[1] = 0;
        }
    }
}
