package org.rectify.engine.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.training.EpochReport;
import org.rectify.engine.training.LayerReport;
import org.rectify.engine.training.TrainingListener;

/**
 * Publishes what training tells as gauges and a timer named {@code rectify.*} (item 90).
 *
 * <p>A gauge appears with its first value; layers are numbered from 1. Called by one training thread; the registry may
 * be read by others meanwhile.
 */
public final class TrainingMonitor implements TrainingListener {

    private final MeterRegistry registry;
    private final Map<Series, Value> values = new HashMap<>();
    private final Timer epochs;
    private long lastReport;

    /**
     * @param registry where the meters go
     */
    public TrainingMonitor(MeterRegistry registry) {
        this.registry = registry;
        this.lastReport = registry.config().clock().monotonicTime();
        this.epochs = Timer.builder("rectify.epoch.duration")
                .description("Time of an epoch with its evaluation; of a part of one where it is checked within")
                .register(registry);
    }

    @Override
    public void trainingStarted(int examples, int epochLimit) {
        lastReport = registry.config().clock().monotonicTime();
        set("rectify.epoch.limit", "Epochs to train, at most", epochLimit);
        set("rectify.epoch.examples", "Training examples of an epoch", examples);
    }

    @Override
    public void examplesLearned(int epoch, int examples) {
        set("rectify.epoch.examples.learned", "Training examples of this epoch learned from so far", examples);
    }

    @Override
    public void measured(EpochReport report) {
        if (report.epoch() > 0) {
            recordDuration();
        }
        set("rectify.epoch", "Epoch of the last report; 0 before learning", report.epoch());
        set("rectify.updates", "Minibatches learned from", (double) report.updates());
        set("rectify.train.cost", "Mean cost of the training examples since the last report", report.trainCost());
        if (!Double.isNaN(report.trainErrorRate())) {
            set(
                    "rectify.train.error.rate",
                    "Fraction of the training examples since the last report classified wrongly",
                    report.trainErrorRate());
        }
        set("rectify.examples.per.second", "Training examples learned from per second", report.examplesPerSecond());
        if (report.best()) {
            set("rectify.best.epoch", "Epoch whose parameters are the best so far", report.epoch());
        }
        report.validation().forEach(this::setValidation);
        List<LayerReport> layers = report.layers();
        for (int layer = 0; layer < layers.size(); layer++) {
            setLayer(Tags.of("layer", Integer.toString(layer + 1)), layers.get(layer));
        }
    }

    private void recordDuration() {
        long now = registry.config().clock().monotonicTime();
        epochs.record(now - lastReport, TimeUnit.NANOSECONDS);
        lastReport = now;
    }

    private void setValidation(String metric, MetricValue measured) {
        Tags tags = Tags.of("metric", metric);
        set("rectify.validation", "A metric on the validation examples", tags, measured.value());
        for (int layer = 0; layer < measured.layers().size(); layer++) {
            set(
                    "rectify.validation.layer",
                    "A metric of a hidden layer on the validation examples",
                    tags.and("layer", Integer.toString(layer + 1)),
                    measured.layers().get(layer));
        }
    }

    private void setLayer(Tags tags, LayerReport layer) {
        set("rectify.layer.sparsity", "Fraction of outputs exactly zero in training", tags, layer.sparsity());
        set("rectify.layer.mean.absolute", "Mean absolute output in training", tags, layer.meanAbsolute());
        set("rectify.layer.gradient.norm", "Euclidean norm of the weights' gradient", tags, layer.gradientNorm());
        set("rectify.layer.dead.units", "Units zero for every training example", tags, layer.deadUnits());
    }

    private void set(String name, String description, double value) {
        set(name, description, Tags.empty(), value);
    }

    private void set(String name, String description, Tags tags, double value) {
        values.computeIfAbsent(new Series(name, tags), series -> register(series, description))
                .set(value);
    }

    private Value register(Series series, String description) {
        Value value = new Value();
        Gauge.builder(series.name(), value, Value::get)
                .description(description)
                .tags(series.tags())
                .register(registry);
        return value;
    }

    private record Series(String name, Tags tags) {}

    /** A number that one thread sets and others read. */
    private static final class Value {

        private volatile double current = Double.NaN;

        void set(double value) {
            current = value;
        }

        double get() {
            return current;
        }
    }
}
