package org.rectify.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.config.ExperimentSpec;

/**
 * What is known after an epoch, or after a check within one (item 90).
 *
 * @param epoch from 1; 0 is the network before learning
 * @param updates minibatches learned from so far
 * @param trainCost mean cost of the training examples seen since the last report, penalty included, while they were
 *     learned from; NaN before learning
 * @param trainErrorRate fraction of them classified wrongly at that time; NaN before learning
 * @param costs the parts of that mean cost by name: {@link ExperimentSpec.Network#OUTPUT_COST}, then every penalty; empty before learning
 * @param validation every metric on the validation split, by name
 * @param layers of each hidden layer from the first; empty before learning
 * @param examplesPerSecond training examples learned from per second of training, evaluation not counted; NaN before
 *     learning
 * @param best whether the parameters are those to be returned, so far
 */
public record EpochReport(
        int epoch,
        long updates,
        double trainCost,
        double trainErrorRate,
        Map<String, Double> costs,
        Map<String, MetricValue> validation,
        List<LayerReport> layers,
        double examplesPerSecond,
        boolean best) {

    /** Copies the collections, keeping their order. */
    public EpochReport {
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        layers = List.copyOf(layers);
    }
}
