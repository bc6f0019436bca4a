package org.rectify.api.metric;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A measured value.
 *
 * @param value the one number of it, in the metric's unit; fractions, not percent
 * @param layers the same for each hidden layer from the first; empty where layers have no part in it
 * @param matrix the table the number was taken from, where there is one
 * @since 0.1
 */
public record MetricValue(double value, List<Double> layers, Optional<MetricMatrix> matrix) {

    /** Copies the list. */
    public MetricValue {
        Objects.requireNonNull(matrix, "matrix");
        layers = List.copyOf(layers);
    }

    /** A value that each hidden layer has its part in. */
    public MetricValue(double value, List<Double> layers) {
        this(value, layers, Optional.empty());
    }

    /** A value in which layers have no part. */
    public static MetricValue of(double value) {
        return new MetricValue(value, List.of());
    }
}
