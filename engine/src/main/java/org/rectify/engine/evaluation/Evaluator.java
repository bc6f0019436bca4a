package org.rectify.engine.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;
import org.rectify.engine.guard.Guarded;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.Named;

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
     * Tells a metric whose value is no number for no reason from learning that diverged.
     *
     * @param values that were measured
     * @throws RectifyException of category {@code PLUGIN} where a value is not finite, though all that the network tells of
     *     the examples is
     */
    public void requireReasons(Map<String, MetricValue> values, NeuralNetwork network, Split split) {
        AtomicBoolean finite = new AtomicBoolean(split.size() > 0);
        measure(network, split, observation -> finite.compareAndSet(true, isFinite(observation)));
        for (Named<Metric> metric : finite.get() ? metrics : List.<Named<Metric>>of()) {
            MetricValue measured = values.get(metric.name());
            if (measured != null && !Double.isFinite(measured.value())) {
                Guarded.of(metric.component()).ifPresent(guard -> {
                    throw guard.fault(
                            "value", "gives " + measured.value() + ", though all that the network tells is finite");
                });
            }
        }
    }

    private boolean isFinite(Observation observation) {
        boolean classes = observation.task() == Task.CLASSIFICATION;
        int told = classes ? dataset.classes().size() : observation.numbers();
        for (int example = 0; example < observation.size(); example++) {
            for (int place = 0; place < told; place++) {
                double number = classes ? observation.logProbability(example, place) : observation.told(example, place);
                if (!Double.isFinite(number)) {
                    return false;
                }
            }
        }
        return true;
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
