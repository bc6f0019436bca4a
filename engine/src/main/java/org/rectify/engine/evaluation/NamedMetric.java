package org.rectify.engine.evaluation;

import org.rectify.api.metric.Metric;

/** A metric and the name under which its values are recorded. */
public record NamedMetric(String name, Metric metric) {}
