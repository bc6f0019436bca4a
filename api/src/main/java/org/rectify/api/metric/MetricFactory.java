package org.rectify.api.metric;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of metrics.
 *
 * @since 0.1
 */
public interface MetricFactory<O extends Record> extends ComponentFactory<Metric, O> {}
