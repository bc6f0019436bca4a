package org.rectify.api.dataset;

/**
 * A split whose examples have numbers to be told instead of classes.
 *
 * @param targets of each example, one after another; not copied
 * @param width numbers of each example
 * @since 0.2
 */
@SuppressWarnings("ArrayRecordComponent")
public record MeasuredSplit(Features features, float[] targets, int width) implements Split {

    /** Refuses numbers that are not so many of each example. */
    public MeasuredSplit {
        if (width < 1 || targets.length != Math.multiplyExact(features.rows(), width)) {
            throw new IllegalArgumentException(
                    targets.length + " numbers for " + features.rows() + " examples of " + width + " targets");
        }
    }

    /** Not the class of anything: 0. */
    @Override
    public int label(int row) {
        return 0;
    }

    @Override
    public double target(int row, int target) {
        return targets[Math.multiplyExact(row, width) + target];
    }
}
