package org.rectify.plugin.training;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.Observation;
import org.rectify.plugin.training.metric.MeanOverExamples;

/** The mean distance between what is told and what is true: numbers, or of classes the expected value. */
final class MeanAbsoluteError implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "mean-absolute-error";
    }

    @Override
    public String summary() {
        return "Mean absolute error of the numbers told; of classes, of the expected class value, such as stars.";
    }

    @Override
    public String source() {
        return "Willmott and Matsuura, Climate Research, 2005";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Metric create(NoOptions options, ComponentContext context) {
        return new MeanOverExamples(
                new MetricDescription("MAE", Unit.NUMBER, Direction.LOWER), MeanAbsoluteError::distance);
    }

    private static double distance(DatasetInfo dataset, Observation batch, int example) {
        if (batch.task() == Task.REGRESSION) {
            double sum = 0;
            for (int i = 0; i < batch.numbers(); i++) {
                sum += Math.abs(batch.told(example, i) - batch.target(example, i));
            }
            return sum / batch.numbers();
        }
        List<Double> values = dataset.classValues();
        return Math.abs(ExpectedValue.of(batch, example, values) - values.get(batch.label(example)));
    }
}
