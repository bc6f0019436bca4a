package org.rectify.api.schedule;

/**
 * How far learning is. Valid during the call it is handed to.
 *
 * @since 0.2
 */
public interface Progress {

    /** Minibatches learned from before this one, from 0. */
    long update();

    /** The present epoch, from 1. */
    int epoch();

    /** How many epochs there are at most. */
    int epochs();

    /** How many minibatches an epoch has. */
    long updatesPerEpoch();

    /** Epochs done, with the part of the present one: from 0 to {@link #epochs()}. */
    default double epochsDone() {
        return (double) update() / updatesPerEpoch();
    }
}
