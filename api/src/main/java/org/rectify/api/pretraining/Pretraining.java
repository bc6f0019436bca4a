package org.rectify.api.pretraining;

/**
 * Unsupervised learning of the hidden layers before fine-tuning (paper, sections 3.2 and 4.1; items 33-47).
 *
 * <p>Greedy methods learn one layer at a time on the clean output of the layers below, which they leave as they are.
 *
 * @since 0.1
 */
public interface Pretraining {

    /**
     * Learns the layers of a stack in place.
     *
     * @throws org.rectify.api.error.RectifyException of category {@code DIVERGED} when no finite parameters were found
     */
    void pretrain(PretrainingStack stack);
}
