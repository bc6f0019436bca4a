package org.rectify.testkit;

import java.util.List;
import java.util.OptionalDouble;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.output.Targets;

/** An output whose parts a test replaces by wrong ones; as it is, a softmax over five classes. */
class Probabilities implements Output, OutputLayer {

    private final SoftmaxLayer softmax = new SoftmaxLayer(5);

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public List<String> metrics() {
        return List.of("error-rate", "sparsity");
    }

    @Override
    public OutputLayer on(DatasetInfo dataset) {
        return this;
    }

    @Override
    public int units() {
        return softmax.units();
    }

    @Override
    public void predict(double[] scores, int from) {
        softmax.predict(scores, from);
    }

    @Override
    public double cost(double[] predictions, int from, Targets targets, int example) {
        return softmax.cost(predictions, from, targets, example);
    }

    @Override
    public void gradient(double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
        softmax.gradient(predictions, from, targets, example, gradient, at);
    }

    @Override
    public double target(Targets targets, int example, int unit) {
        return softmax.target(targets, example, unit);
    }

    @Override
    public OptionalDouble costOfGuessing() {
        return softmax.costOfGuessing();
    }
}
