package org.rectify.plugin.training.metric;

import java.util.function.DoubleUnaryOperator;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/**
 * The mean of a cost over examples, passed through a function; layers have no part in it.
 *
 * @param description unit and direction
 * @param cost of one example
 * @param function of the mean, such as its square root
 */
public record MeanOverExamples(MetricDescription description, Cost cost, DoubleUnaryOperator function)
        implements Metric {

    /** The mean itself. */
    public MeanOverExamples(MetricDescription description, Cost cost) {
        this(description, cost, DoubleUnaryOperator.identity());
    }

    /** What one example contributes. */
    @FunctionalInterface
    public interface Cost {

        /** The cost of an example of a minibatch. */
        double of(DatasetInfo dataset, Observation batch, int example);
    }

    @Override
    public MetricAccumulator begin(DatasetInfo dataset) {
        return new Sum(dataset);
    }

    private final class Sum implements MetricAccumulator {

        private final DatasetInfo dataset;
        private double sum;
        private long examples;

        Sum(DatasetInfo dataset) {
            this.dataset = dataset;
        }

        @Override
        public void observe(Observation batch) {
            for (int example = 0; example < batch.size(); example++) {
                sum += cost.of(dataset, batch, example);
            }
            examples += batch.size();
        }

        @Override
        public MetricValue value() {
            return MetricValue.of(function.applyAsDouble(sum / examples));
        }
    }
}
