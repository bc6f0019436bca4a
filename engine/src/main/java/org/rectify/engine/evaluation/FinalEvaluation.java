package org.rectify.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;
import org.rectify.engine.backend.NeuralNetwork;

/** The report on the test split, made once, when nothing is left to choose (item 48). */
public final class FinalEvaluation {

    private final Evaluator evaluator;

    /** A report of some metrics. */
    public FinalEvaluation(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * What the report says.
     *
     * @param metrics the value of every metric, by name
     * @param predictions one for each test example, in order (item 89)
     */
    public record Report(Map<String, MetricValue> metrics, List<Prediction> predictions) {}

    /** Measures a network on the test split. */
    public Report report(NeuralNetwork network, Dataset dataset) {
        Split test = dataset.test();
        List<Prediction> predictions = new ArrayList<>(test.size());
        Map<String, MetricValue> metrics =
                evaluator.measure(network, test, observation -> collect(observation, predictions));
        return new Report(metrics, predictions);
    }

    private static void collect(Observation observation, List<Prediction> predictions) {
        for (int example = 0; example < observation.size(); example++) {
            int label = observation.label(example);
            predictions.add(new Prediction(
                    predictions.size(),
                    label,
                    observation.predicted(example),
                    observation.logProbability(example, label)));
        }
    }
}
