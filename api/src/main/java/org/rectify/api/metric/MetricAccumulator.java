package org.rectify.api.metric;

/**
 * One measurement under way.
 *
 * @since 0.1
 */
public interface MetricAccumulator {

    /** Takes in one minibatch. */
    void observe(Observation batch);

    /** The measurement over all minibatches seen; at least one must have been. */
    MetricValue value();
}
