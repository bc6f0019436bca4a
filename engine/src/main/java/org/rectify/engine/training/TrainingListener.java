package org.rectify.engine.training;

import java.nio.file.Path;
import org.rectify.api.pretraining.LayerProgress;

/** Told how training goes, on the training thread. */
public interface TrainingListener {

    /** An epoch of pre-training is done. */
    default void layerMeasured(LayerProgress progress) {}

    /** A layer is pre-trained. */
    default void layerPretrained(LayerProgress chosen) {}

    /** All layers were pre-trained before, by a run that differed in nothing they depend on. */
    default void stackReused(Path file) {}

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
