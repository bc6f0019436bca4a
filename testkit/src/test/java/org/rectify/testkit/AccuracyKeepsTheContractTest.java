package org.rectify.testkit;

import org.rectify.api.metric.Metric;

class AccuracyKeepsTheContractTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Accuracy();
    }
}
