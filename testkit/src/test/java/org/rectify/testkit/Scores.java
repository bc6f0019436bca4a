package org.rectify.testkit;

import java.util.List;
import java.util.OptionalDouble;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.Targets;

/** An output whose parts a test replaces by wrong ones; as it is, numbers and half their squared errors. */
class Scores implements Output, OutputLayer {

    @Override
    public Task task() {
        return Task.REGRESSION;
    }

    @Override
    public List<String> metrics() {
        return List.of("rmse");
    }

    @Override
    public OutputLayer on(DatasetInfo dataset) {
        return this;
    }

    @Override
    public int units() {
        return 3;
    }

    @Override
    public void predict(double[] scores, int from) {}

    @Override
    public double cost(double[] predictions, int from, Targets targets, int example) {
        double cost = 0;
        for (int unit = 0; unit < units(); unit++) {
            double error = predictions[from + unit] - target(targets, example, unit);
            cost += error * error / 2;
        }
        return cost;
    }

    @Override
    public void gradient(double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
        for (int unit = 0; unit < units(); unit++) {
            gradient[at + unit] = predictions[from + unit] - target(targets, example, unit);
        }
    }

    @Override
    public double target(Targets targets, int example, int unit) {
        return targets.number(example, unit);
    }

    @Override
    public OptionalDouble costOfGuessing() {
        return OptionalDouble.empty();
    }
}
