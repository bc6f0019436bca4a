package org.rectify.plugin.training;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.Observation;

/**
 * The root mean squared difference between the expected value of the predicted class and the true class's value, such as
 * stars (paper, section 4.2; item 66).
 */
final class RootMeanSquaredError implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public String summary() {
        return "Root mean squared error of the expected class value, such as stars, under the predicted probabilities.";
    }

    @Override
    public String source() {
        return "section 4.2, item 66";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public ForDataset create(NoOptions options, ComponentContext context) {
        return dataset -> new MeanOverExamples(
                (batch, example) -> squaredError(batch, example, dataset.classValues()), Math::sqrt);
    }

    private static double squaredError(Observation batch, int example, List<Double> classValues) {
        double expected = 0;
        for (int label = 0; label < classValues.size(); label++) {
            expected += classValues.get(label) * Math.exp(batch.logProbability(example, label));
        }
        double error = expected - classValues.get(batch.label(example));
        return error * error;
    }
}
