package org.rectify.engine.evaluation;

import com.google.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;
import org.rectify.kernels.NeuralNetwork;

/** The report on the test split, made once, when nothing is left to choose (item 48). */
public final class FinalEvaluation {

    private final Evaluator evaluator;

    /** A report of some metrics. */
    @Inject
    public FinalEvaluation(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** How many examples a report is about. */
    public int examples(Dataset dataset) {
        return dataset.test().size();
    }

    /**
     * The value of every metric on the test split, by name.
     *
     * @param spectator shown every minibatch, in the split's order
     */
    public Map<String, MetricValue> report(NeuralNetwork network, Dataset dataset, Consumer<Observation> spectator) {
        return evaluator.measure(network, dataset.test(), spectator);
    }
}
