package org.rectify.testkit;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/**
 * A metric whose parts a test replaces by wrong ones; as it is, the fraction of examples told rightly, and for each layer the
 * fraction of outputs that are zero.
 */
class Accuracy implements Metric {

    @Override
    public MetricDescription description() {
        return new MetricDescription("accuracy", Unit.FRACTION, Direction.HIGHER);
    }

    @Override
    public MetricAccumulator begin(DatasetInfo dataset) {
        return new Count();
    }

    static class Count implements MetricAccumulator {

        private final List<Long> zeros = new ArrayList<>();
        private final List<Long> outputs = new ArrayList<>();
        private long right;
        private long examples;

        @Override
        public void observe(Observation batch) {
            for (int example = 0; example < batch.size(); example++) {
                right += batch.predicted(example) == batch.label(example) ? 1 : 0;
            }
            examples += batch.size();
            for (int layer = 0; layer < batch.hiddenLayers(); layer++) {
                if (layer == zeros.size()) {
                    zeros.add(0L);
                    outputs.add(0L);
                }
                zeros.set(layer, zeros.get(layer) + batch.zeros(layer));
                outputs.set(layer, outputs.get(layer) + (long) batch.size() * batch.hiddenOutputs(layer));
            }
        }

        @Override
        public MetricValue value() {
            List<Double> layers = new ArrayList<>();
            for (int layer = 0; layer < zeros.size(); layer++) {
                layers.add((double) zeros.get(layer) / outputs.get(layer));
            }
            return new MetricValue((double) right / examples, layers);
        }
    }
}
