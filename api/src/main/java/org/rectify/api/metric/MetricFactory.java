package org.rectify.api.metric;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.dataset.DatasetInfo;

/** A named maker of metrics; unlike other components, a metric knows the data set it measures on. */
public interface MetricFactory<O extends Record> extends ComponentFactory<MetricFactory.ForDataset, O> {

    /** A metric whose options are settled, and which waits for its data set. */
    @FunctionalInterface
    interface ForDataset {

        /** The metric on one data set. */
        Metric on(DatasetInfo dataset);
    }

    @Override
    ForDataset create(O options, ComponentContext context);
}
