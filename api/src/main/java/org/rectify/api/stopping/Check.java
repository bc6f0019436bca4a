package org.rectify.api.stopping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rectify.api.facts.MetricDescription;

/**
 * What is known when learning is measured.
 *
 * @param epoch from 1; 0 before learning
 * @param updates minibatches learned from so far
 * @param trainingCost mean cost of the training examples since the last check, penalties included; NaN before learning
 * @param validation every metric on the validation split, in the experiment's order; the first is the headline
 * @since 0.2
 */
public record Check(int epoch, long updates, double trainingCost, Map<String, Measured> validation) {

    /**
     * A measured number.
     *
     * @param value in the metric's unit; NaN counts as infinitely bad
     * @param description its unit and direction
     */
    public record Measured(double value, MetricDescription description) {}

    /** Copies the map, keeping its order; refuses an empty one. */
    public Check {
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        if (validation.isEmpty()) {
            throw new IllegalArgumentException("a check measures something");
        }
    }

    /** The name of the first metric. */
    public String headline() {
        return validation.keySet().iterator().next();
    }

    /**
     * A metric by its name.
     *
     * @throws IllegalArgumentException when the experiment does not measure it
     */
    public Measured measured(String metric) {
        Measured measured = validation.get(metric);
        if (measured == null) {
            throw new IllegalArgumentException("'" + metric + "' is not among the metrics " + validation.keySet());
        }
        return measured;
    }
}
