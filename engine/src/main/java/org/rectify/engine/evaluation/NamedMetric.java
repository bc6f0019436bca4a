package org.rectify.engine.evaluation;

import org.rectify.api.metric.Metric;

/** A metric and the name under which its values are recorded. */
public record NamedMetric(String name, Metric metric) {

    /** The metric that stopping and selection look at; measured in every run, whether listed or not. */
    public static final String ERROR_RATE = "error-rate";
}
