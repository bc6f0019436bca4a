package org.rectify.engine.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Split;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.NeuralNetwork;
import org.rectify.engine.config.Named;

/** Measures a network on a split, in large minibatches and in the split's order. */
public final class Evaluator {

    private static final int MINIBATCH_SIZE = 1000;

    private final List<Named<Metric>> metrics;
    private final DatasetInfo dataset;

    /** An evaluator of some metrics on the splits of a data set. */
    public Evaluator(List<Named<Metric>> metrics, DatasetInfo dataset) {
        this.metrics = List.copyOf(metrics);
        this.dataset = dataset;
    }

    /** What is measured, in the order of the experiment. */
    public List<Named<Metric>> metrics() {
        return metrics;
    }

    /** The value of every metric, by name. */
    public Map<String, MetricValue> measure(NeuralNetwork network, Split split) {
        return measure(network, split, observation -> {});
    }

    /**
     * The value of every metric, by name.
     *
     * @param spectator shown every minibatch, in order
     */
    public Map<String, MetricValue> measure(NeuralNetwork network, Split split, Consumer<Observation> spectator) {
        List<MetricAccumulator> accumulators =
                metrics.stream().map(named -> named.component().begin(dataset)).toList();
        int size = split.size();
        Minibatch batch = Minibatch.forExamplesOf(split.features(), Math.min(size, MINIBATCH_SIZE));
        for (int first = 0; first < size; first += MINIBATCH_SIZE) {
            batch.gather(split, first, Math.min(MINIBATCH_SIZE, size - first));
            Observation observation = network.observe(batch);
            accumulators.forEach(accumulator -> accumulator.observe(observation));
            spectator.accept(observation);
        }
        Map<String, MetricValue> values = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            values.put(metrics.get(i).name(), accumulators.get(i).value());
        }
        return values;
    }
}
