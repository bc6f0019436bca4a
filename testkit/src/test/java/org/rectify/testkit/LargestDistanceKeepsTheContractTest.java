package org.rectify.testkit;

import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

class LargestDistanceKeepsTheContractTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new LargestDistance();
    }

    @Override
    protected Task task() {
        return Task.REGRESSION;
    }

    /** How far the number told worst is from the true one. */
    private static final class LargestDistance implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("largest distance", Unit.NUMBER, Direction.LOWER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return new Largest();
        }
    }

    private static final class Largest implements MetricAccumulator {

        private double largest;

        @Override
        public void observe(Observation batch) {
            for (int example = 0; example < batch.size(); example++) {
                for (int i = 0; i < batch.numbers(); i++) {
                    largest = Math.max(largest, Math.abs(batch.told(example, i) - batch.target(example, i)));
                }
            }
        }

        @Override
        public MetricValue value() {
            return MetricValue.of(largest);
        }
    }
}
