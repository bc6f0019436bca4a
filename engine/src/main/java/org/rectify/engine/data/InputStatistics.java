package org.rectify.engine.data;

import java.util.List;

/**
 * What the inputs of examples are like.
 *
 * @param means of each channel; one for what is no image
 * @param deviations standard deviation within each channel, over all its inputs and examples
 * @param lowest found
 * @param highest found
 * @param density share of inputs that are not zero
 */
public record InputStatistics(
        List<Double> means, List<Double> deviations, double lowest, double highest, double density) {

    /** Copies the lists. */
    public InputStatistics {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }
}
