package org.rectify.api.facts;

import org.rectify.api.array.OutputRange;

/**
 * What a hidden layer is besides its parameters.
 *
 * @param units number of pre-activations
 * @param outputs number of outputs, which differs from that of units where the activation pairs or pools them
 * @param range holds every output of the activation, before the sign mask
 * @param elementwise whether the activation maps each pre-activation by itself
 * @param silentAtZero whether a unit whose output is exactly zero passes no gradient
 * @since 0.2
 */
public record LayerFacts(int units, int outputs, OutputRange range, boolean elementwise, boolean silentAtZero) {}
