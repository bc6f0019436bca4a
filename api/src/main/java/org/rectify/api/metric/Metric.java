package org.rectify.api.metric;

import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.MetricDescription;

/**
 * A measurement over a split (items 24, 60, 66). Immutable; what it sums up is in its accumulator.
 *
 * @since 0.1
 */
public interface Metric {

    /**
     * How its values are read and shown.
     *
     * @since 0.2
     */
    MetricDescription description();

    /**
     * Begins a measurement.
     *
     * @param dataset whose examples will be observed
     * @since 0.2
     */
    MetricAccumulator begin(DatasetInfo dataset);
}
