package org.rectify.api.listener;

/**
 * What became of a hidden layer over an epoch (item 90).
 *
 * @param sparsity fraction of outputs exactly zero
 * @param meanAbsolute mean of the outputs' absolute values
 * @param gradientNorm Euclidean norm of the weights' gradient, averaged over sampled minibatches
 * @param deadUnits units whose output was zero for every training example of the epoch
 * @since 0.2
 */
public record LayerState(double sparsity, double meanAbsolute, double gradientNorm, int deadUnits) {}
