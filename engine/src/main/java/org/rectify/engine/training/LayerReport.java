package org.rectify.engine.training;

/**
 * What became of a hidden layer over an epoch of training (item 90).
 *
 * @param sparsity fraction of outputs exactly zero, over units and training examples
 * @param meanAbsolute mean of the outputs' absolute values
 * @param gradientNorm Euclidean norm of the weights' gradient, averaged over minibatches sampled from the epoch
 * @param deadUnits units whose output was zero for every training example of the epoch
 */
public record LayerReport(double sparsity, double meanAbsolute, double gradientNorm, int deadUnits) {}
