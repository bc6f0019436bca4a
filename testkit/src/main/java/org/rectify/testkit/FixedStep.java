package org.rectify.testkit;

import org.rectify.api.optimizer.Step;

/**
 * A step of learning for tests of optimizers and schedules.
 *
 * @param update minibatches learned from before, from 0
 * @param epoch from 1
 * @param epochs at most
 * @param updatesPerEpoch minibatches of an epoch
 * @param rateFactor what learning rates are multiplied by
 * @since 0.2
 */
public record FixedStep(long update, int epoch, int epochs, long updatesPerEpoch, double rateFactor) implements Step {

    /** A step of a single epoch at a constant rate. */
    public static FixedStep of(long update) {
        return new FixedStep(update, 1, 1, 1000, 1);
    }

    /** The same step under another factor of the learning rate. */
    public FixedStep withRateFactor(double factor) {
        return new FixedStep(update, epoch, epochs, updatesPerEpoch, factor);
    }
}
