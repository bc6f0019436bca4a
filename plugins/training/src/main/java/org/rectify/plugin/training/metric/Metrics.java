package org.rectify.plugin.training.metric;

import java.util.List;
import org.rectify.api.metric.MetricFactory;

/** The metrics of this package. */
public final class Metrics {

    private Metrics() {}

    /** One of each. */
    public static List<MetricFactory<?>> all() {
        return List.of(new TopKError(), new MacroF1(), new Confusion(), new CalibrationError());
    }
}
