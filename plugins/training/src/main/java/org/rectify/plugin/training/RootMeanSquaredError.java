package org.rectify.plugin.training;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.Observation;
import org.rectify.plugin.training.metric.MeanOverExamples;

/**
 * The root mean squared difference between what is told and what is true: numbers, or of classes the expected value, such as
 * stars (paper, section 4.2; item 66).
 */
final class RootMeanSquaredError implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public String summary() {
        return "Root mean squared error of the numbers told; of classes, of the expected class value, such as stars.";
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
    public Metric create(NoOptions options, ComponentContext context) {
        return new MeanOverExamples(
                new MetricDescription("RMSE", Unit.NUMBER, Direction.LOWER),
                (dataset, batch, example) -> batch.task() == Task.REGRESSION
                        ? squaredDistance(batch, example)
                        : squaredError(batch, example, dataset.classValues()),
                Math::sqrt);
    }

    private static double squaredDistance(Observation batch, int example) {
        double sum = 0;
        for (int i = 0; i < batch.numbers(); i++) {
            double error = batch.told(example, i) - batch.target(example, i);
            sum += error * error;
        }
        return sum / batch.numbers();
    }

    private static double squaredError(Observation batch, int example, List<Double> classValues) {
        double error = ExpectedValue.of(batch, example, classValues) - classValues.get(batch.label(example));
        return error * error;
    }
}
