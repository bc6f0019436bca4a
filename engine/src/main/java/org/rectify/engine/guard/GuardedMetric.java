package org.rectify.engine.guard;

import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/**
 * A metric behind its guard.
 *
 * @param guard its guard
 */
public record GuardedMetric(Metric metric, Guard guard) implements Metric, Guarded {

    /** The same metric behind a guard. */
    public static Metric of(Metric metric, Guard guard) {
        return new GuardedMetric(metric, guard);
    }

    @Override
    public Object component() {
        return metric;
    }

    @Override
    public MetricDescription description() {
        MetricDescription given = guard.ask("description", metric::description);
        return new MetricDescription(PluginText.line(given.title()), given.unit(), given.direction());
    }

    @Override
    public MetricAccumulator begin(DatasetInfo dataset) {
        return new Accumulator(guard.ask("begin", () -> metric.begin(dataset)), dataset, guard);
    }

    @Override
    public String toString() {
        return guard.toString();
    }

    /** One measurement. */
    private static final class Accumulator implements MetricAccumulator {

        private final MetricAccumulator accumulator;
        private final DatasetInfo dataset;
        private final Guard guard;
        private int layers;

        Accumulator(MetricAccumulator accumulator, DatasetInfo dataset, Guard guard) {
            this.accumulator = accumulator;
            this.dataset = dataset;
            this.guard = guard;
        }

        @Override
        public void observe(Observation batch) {
            layers = batch.hiddenLayers();
            guard.run(
                    "observe",
                    () -> accumulator.observe(
                            new CheckedObservation(batch, dataset.classes().size(), guard)));
        }

        @Override
        public MetricValue value() {
            MetricValue value = guard.ask("value", accumulator::value);
            if (!value.layers().isEmpty() && value.layers().size() != layers) {
                throw guard.fault(
                        "value", "gives values of " + value.layers().size() + " layers; the network has " + layers);
            }
            return value;
        }
    }
}
