package org.rectify.api.pretraining;

/**
 * How far a layer has learned.
 *
 * @param layer from 0
 * @param learningRate it learns with
 * @param epoch finished, from 1; 0 before the first
 * @param trainingCost reconstruction cost while learning, summed over units and averaged over examples; NaN at epoch 0
 * @param heldOutCost the same of the validation examples, with the same noise at every epoch (item 46)
 * @param sparsity fraction of the code's outputs that were exactly zero on the validation examples
 * @since 0.1
 */
public record LayerProgress(
        int layer, double learningRate, int epoch, double trainingCost, double heldOutCost, double sparsity) {}
