package org.rectify.api.listener;

import java.util.List;
import java.util.Map;
import org.rectify.api.metric.MetricValue;

/**
 * An epoch of fine-tuning, or a part of it between two checks.
 *
 * @param epoch from 1; 0 is the network before learning
 * @param updates minibatches learned from so far
 * @param trainingCost mean cost while learning, penalties included; NaN before learning
 * @param costs the parts of that cost by name: {@code "output"}, then every penalty; empty before learning
 * @param validation every metric on the validation split
 * @param layers of each hidden layer from the first; empty before learning
 * @param examplesPerSecond of training; NaN before learning
 * @param best whether the parameters are those to be returned, so far
 * @param histograms of weights, biases and hidden outputs by name, such as {@code "layer-1/weights"}; empty where the listener
 *     does not want them
 * @since 0.2
 */
public record EpochFacts(
        int epoch,
        long updates,
        double trainingCost,
        Map<String, Double> costs,
        Map<String, MetricValue> validation,
        List<LayerState> layers,
        double examplesPerSecond,
        boolean best,
        Map<String, Histogram> histograms) {}
