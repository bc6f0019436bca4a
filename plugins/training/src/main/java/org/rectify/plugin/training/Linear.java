package org.rectify.plugin.training;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputFactory;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.Targets;

/** Numbers, and half their squared errors: least squares. Of classes, the number that each stands for. */
final class Linear implements OutputFactory<NoOptions> {

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String summary() {
        return "Numbers to be told, or the value of each class, such as stars; costs half the squared error.";
    }

    @Override
    public String source() {
        return "Bishop, Pattern Recognition and Machine Learning, 2006, section 3.1";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Output create(NoOptions options, ComponentContext context) {
        return new Numbers();
    }

    private static final class Numbers implements Output {

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public List<String> metrics() {
            return List.of("rmse", "mean-absolute-error", "sparsity");
        }

        @Override
        public OutputLayer on(DatasetInfo dataset) {
            return new Layer(Math.max(1, dataset.targets().size()), dataset.classValues());
        }
    }

    /**
     * The layer on one data set.
     *
     * @param classValues the number that each class stands for; empty where the data set has numbers itself
     */
    private record Layer(int units, List<Double> classValues) implements OutputLayer {

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        /** Scores are the numbers. */
        @Override
        public void predict(double[] scores, int from) {}

        @Override
        public double cost(double[] predictions, int from, Targets targets, int example) {
            double cost = 0;
            for (int unit = 0; unit < units; unit++) {
                double error = predictions[from + unit] - target(targets, example, unit);
                cost += error * error / 2;
            }
            return cost;
        }

        @Override
        public void gradient(double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
            for (int unit = 0; unit < units; unit++) {
                gradient[at + unit] = predictions[from + unit] - target(targets, example, unit);
            }
        }

        @Override
        public double target(Targets targets, int example, int unit) {
            return classValues.isEmpty() ? targets.number(example, unit) : classValues.get(targets.label(example));
        }

        /** That of the middle of class values; not known of numbers, whose scale is anybody's. */
        @Override
        public OptionalDouble costOfGuessing() {
            DoubleSummaryStatistics values =
                    classValues.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            double half = (values.getMax() - values.getMin()) / 2;
            return half > 0 ? OptionalDouble.of(half * half / 2) : OptionalDouble.empty();
        }
    }
}
