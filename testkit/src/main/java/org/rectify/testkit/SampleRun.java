package org.rectify.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.Histogram;
import org.rectify.api.listener.LayerState;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.metric.MetricValue;

/**
 * The facts of a small run, for tests of listeners: two hidden layers pre-trained with two learning rates each, three epochs
 * of fine-tuning on two classes.
 *
 * @since 0.2
 */
public final class SampleRun {

    private static final List<Double> RATES = List.of(0.1, 0.01);
    private static final int LAYERS = 2;
    private static final int EPOCHS = 3;
    private static final int UPDATES_PER_EPOCH = 40;

    private SampleRun() {}

    /** The run as it begins. */
    public static RunFacts begins(Path directory) {
        return begins(
                directory,
                List.of(
                        new LayerFacts(4, 4, OutputRange.NON_NEGATIVE, true, true),
                        new LayerFacts(3, 3, OutputRange.NON_NEGATIVE, true, true)));
    }

    /** A run of another network. */
    static RunFacts begins(Path directory, List<LayerFacts> layers) {
        Map<String, MetricDescription> metrics = new LinkedHashMap<>();
        metrics.put("wrong-answers", new MetricDescription("error", Unit.FRACTION, Direction.LOWER));
        metrics.put("zeros", new MetricDescription("exact zeros", Unit.FRACTION, Direction.NEITHER));
        DataFacts data = new DataFacts(
                "points", List.of(5), OutputRange.UNIT_INTERVAL, List.of("even", "odd"), List.of(), 400, 100, 200, 0);
        return new RunFacts("sample", 7, "experiment { name = sample, seed = 7 }\n", directory, data, layers, metrics);
    }

    /** What is told of its pre-training, in order. */
    public static List<PretrainingFacts> pretraining() {
        List<PretrainingFacts> told = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            for (double rate : RATES) {
                for (int epoch = 0; epoch <= 2; epoch++) {
                    double training = epoch == 0 ? Double.NaN : 1 / (epoch + rate);
                    told.add(new PretrainingFacts(layer, epoch, rate, training, 1 / (epoch + 2 * rate), 0.5 + rate));
                }
            }
        }
        return List.copyOf(told);
    }

    /**
     * What is told of its fine-tuning, in order, the network before learning first.
     *
     * @param histograms whether the listener wants any
     */
    public static List<EpochFacts> epochs(boolean histograms) {
        List<EpochFacts> told = new ArrayList<>();
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            double cost = 1.0 / (epoch + 1);
            boolean learned = epoch > 0;
            Map<String, Double> costs = new LinkedHashMap<>();
            if (learned) {
                costs.put("output", cost - 0.01);
                costs.put("l1-activation", 0.01);
            }
            told.add(new EpochFacts(
                    epoch,
                    (long) epoch * UPDATES_PER_EPOCH,
                    learned ? cost : Double.NaN,
                    costs,
                    metrics(cost / 2, LAYERS),
                    learned
                            ? List.of(
                                    new LayerState(0.5, 0.25 * epoch, 1.5, 0),
                                    new LayerState(0.75, 0.5 * epoch, 2.5, 1))
                            : List.of(),
                    learned ? 1000.0 * epoch : Double.NaN,
                    epoch < EPOCHS,
                    histograms ? histograms(epoch) : Map.of()));
        }
        return List.copyOf(told);
    }

    /** How it ends. */
    public static EndFacts ends() {
        return new EndFacts(false, EPOCHS, metrics(0.2, LAYERS));
    }

    /** A check at which learning has left the finite numbers. */
    static EpochFacts diverges() {
        double lost = Double.NaN;
        return new EpochFacts(
                1,
                UPDATES_PER_EPOCH,
                Double.POSITIVE_INFINITY,
                Map.of("output", lost),
                metrics(lost, LAYERS),
                List.of(new LayerState(1, lost, Double.POSITIVE_INFINITY, 4), new LayerState(1, lost, lost, 3)),
                1000,
                false,
                Map.of());
    }

    /** A check of a network without hidden layers. */
    static EpochFacts withoutLayers() {
        return new EpochFacts(
                1, UPDATES_PER_EPOCH, 0.5, Map.of("output", 0.5), metrics(0.25, 0), List.of(), 1000, true, Map.of());
    }

    private static Map<String, MetricValue> metrics(double error, int layers) {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        metrics.put("wrong-answers", MetricValue.of(error));
        metrics.put("zeros", new MetricValue(0.625, List.of(0.5, 0.75).subList(0, layers)));
        return metrics;
    }

    private static Map<String, Histogram> histograms(int epoch) {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (String name : List.of("layer-1/weights", "layer-1/biases", "layer-1/outputs", "output/weights")) {
            double highest = 2.0 + epoch;
            histograms.put(
                    name,
                    new Histogram(
                            List.of(-1.0, 0.0, 3.0 + epoch), List.of(2L, 0L, 1L), -2, highest, 3, highest - 3, 10));
        }
        return histograms;
    }
}
