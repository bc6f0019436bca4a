package org.rectify.api.listener;

/**
 * An epoch of pre-training of one layer.
 *
 * @param layer from 0
 * @param epoch finished, from 1; 0 before the first
 * @param learningRate it learns with
 * @param trainingCost reconstruction cost while learning; NaN at epoch 0
 * @param heldOutCost the same of the validation examples
 * @param sparsity fraction of the code's outputs that were exactly zero
 * @since 0.2
 */
public record PretrainingFacts(
        int layer, int epoch, double learningRate, double trainingCost, double heldOutCost, double sparsity) {}
