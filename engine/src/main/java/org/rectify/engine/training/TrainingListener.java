package org.rectify.engine.training;

/** Told how training goes, on the training thread. */
public interface TrainingListener {

    /**
     * Training begins.
     *
     * @param examples of one epoch
     * @param epochs at most
     */
    default void trainingStarted(int examples, int epochs) {}

    /**
     * A minibatch is learned from.
     *
     * @param epoch from 1
     * @param examples of this epoch learned from so far
     */
    default void examplesLearned(int epoch, int examples) {}

    /** An epoch, or a check within one, is done. */
    default void measured(EpochReport report) {}
}
