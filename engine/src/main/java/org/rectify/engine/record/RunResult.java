package org.rectify.engine.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.metric.MetricValue;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.evaluation.ActivationHistograms;

/**
 * What came out of a run; the same for the same experiment and seed, but for its speed.
 *
 * @param experiment the experiment's name
 * @param seed the master seed
 * @param dataset its name and sizes
 * @param metrics what the values of every metric are; the first is the headline
 * @param best the check whose parameters the run returned; empty if learning diverged before any
 * @param test every metric on the test split by name, measured with the returned parameters; empty if there are none
 * @param sparsity of the hidden layers on the test split
 * @param activations of the hidden layers on the validation split, with the returned parameters; empty if there are no such
 *     parameters or no such layers, and for runs from before histograms were recorded
 * @param epochs begun, the one in which learning diverged included
 * @param examplesPerSecond training examples learned from per second of training, evaluation not counted; NaN if
 *     nothing was learned
 * @param diverged whether learning left the finite numbers (item 21)
 */
public record RunResult(
        String experiment,
        long seed,
        DatasetSizes dataset,
        MetricDescriptions metrics,
        Optional<Best> best,
        Map<String, MetricValue> test,
        Sparsity sparsity,
        Optional<ActivationHistograms> activations,
        int epochs,
        double examplesPerSecond,
        boolean diverged) {

    /** Copies the map, keeping its order. */
    public RunResult {
        test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    }

    /**
     * A data set's name, and the number of examples in each split.
     *
     * @param name as shown in results
     * @param train labelled examples that parameters are learned from
     * @param validation examples that choices are made by
     * @param test examples that are reported only
     */
    public record DatasetSizes(String name, int train, int validation, int test) {}

    /**
     * The check whose parameters are returned (item 20).
     *
     * @param epoch from 1; 0 is the network before learning
     * @param validation every metric on the validation split, by name
     */
    public record Best(int epoch, Map<String, MetricValue> validation) {

        /** Copies the map, keeping its order. */
        public Best {
            validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        }
    }

    /**
     * Fraction of hidden outputs that are exactly zero (item 24).
     *
     * @param layers of each hidden layer from the first
     * @param mean over all hidden units; NaN if it was not measured
     */
    public record Sparsity(List<Double> layers, double mean) {

        /** Copies the list. */
        public Sparsity {
            layers = List.copyOf(layers);
        }

        /** Nothing was measured. */
        public static Sparsity unknown() {
            return new Sparsity(List.of(), Double.NaN);
        }
    }
}
