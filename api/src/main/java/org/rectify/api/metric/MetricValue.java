package org.rectify.api.metric;

import java.util.List;

/**
 * A measured value.
 *
 * @param value the one number of it; fractions, not percent
 * @param layers the same for each hidden layer from the first; empty where layers have no part in it
 */
public record MetricValue(double value, List<Double> layers) {

    /** Copies the list. */
    public MetricValue {
        layers = List.copyOf(layers);
    }

    /** A value in which layers have no part. */
    public static MetricValue of(double value) {
        return new MetricValue(value, List.of());
    }
}
