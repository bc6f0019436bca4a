package org.rectify.api.listener;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param histograms of every layer's weights and biases, and of hidden outputs for the same examples each time, by name:
 *     {@code "layer-1/weights"}, {@code "layer-1/biases"}, {@code "layer-1/outputs"}, {@code "output/weights"}; empty where
 *     the listener does not want them
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
        Map<String, Histogram> histograms) {

    /** Copies the collections, keeping their order. */
    public EpochFacts {
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        layers = List.copyOf(layers);
        histograms = Collections.unmodifiableMap(new LinkedHashMap<>(histograms));
    }
}
