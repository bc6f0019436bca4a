package org.rectify.api.metric;

/** A measurement over a split (items 24, 60, 66). Immutable; what it sums up is in its accumulator. */
public interface Metric {

    /** Begins a measurement. */
    MetricAccumulator begin();
}
