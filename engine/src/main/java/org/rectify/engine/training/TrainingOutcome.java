package org.rectify.engine.training;

import java.util.Optional;
import org.rectify.kernels.network.Parameters;

/**
 * What fine-tuning ended with.
 *
 * @param kept the measurement whose parameters are returned; empty when learning diverged before any was kept
 * @param parameters those of that measurement; the first ones where there is none
 * @param epochs begun
 * @param updates minibatches learned from
 * @param diverged whether learning ended because it left the finite numbers (item 21)
 * @param examplesPerSecond training examples learned from per second of training, over all epochs; NaN without any
 */
public record TrainingOutcome(
        Optional<EpochReport> kept,
        Parameters parameters,
        int epochs,
        long updates,
        boolean diverged,
        double examplesPerSecond) {}
