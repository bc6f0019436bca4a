package org.rectify.api.penalty;

/**
 * A cost that is added to that of the predictions: on the outputs of hidden layers, or on weights (paper, section 3.2; item
 * 17).
 *
 * @since 0.1
 */
public sealed interface Penalty permits OutputPenalty, WeightPenalty {}
