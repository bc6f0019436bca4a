package org.rectify.api.facts;

import java.util.Objects;

/**
 * How the values of a metric are read and shown.
 *
 * @param title what it measures, as headings show it: {@code "error"}, {@code "log-likelihood"}
 * @param unit of its values
 * @param direction which values are better
 * @since 0.2
 */
public record MetricDescription(String title, Unit unit, Direction direction) {

    /** Refuses an empty title. */
    public MetricDescription {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        if (title.isBlank()) {
            throw new IllegalArgumentException("a metric needs a title");
        }
    }
}
