package org.rectify.api.output;

import java.util.OptionalDouble;
import org.rectify.api.facts.Task;

/**
 * One score for each class, the softmax over them, and the negative log-likelihood of the true class (paper, section 4.1; items
 * 13 and 16).
 *
 * <p>In log-sum-exp form: never NaN for finite scores, however large.
 *
 * @param classes at least 1
 * @since 0.2
 */
public record SoftmaxLayer(int classes) implements OutputLayer {

    /** Refuses a layer without classes. */
    public SoftmaxLayer {
        if (classes < 1) {
            throw new IllegalArgumentException(classes + " classes, must be at least 1");
        }
    }

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public int units() {
        return classes;
    }

    @Override
    public void predict(double[] scores, int from) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + classes; k++) {
            highest = Math.max(highest, scores[k]);
        }
        double sum = 0;
        for (int k = from; k < from + classes; k++) {
            sum += Math.exp(scores[k] - highest);
        }
        double logSum = highest + Math.log(sum);
        for (int k = from; k < from + classes; k++) {
            scores[k] -= logSum;
        }
    }

    @Override
    public double cost(double[] predictions, int from, Targets targets, int example) {
        return -predictions[from + targets.label(example)];
    }

    @Override
    public void gradient(double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
        int label = targets.label(example);
        for (int k = 0; k < classes; k++) {
            gradient[at + k] = Math.exp(predictions[from + k]) - (k == label ? 1 : 0);
        }
    }

    /** Whether the unit's class is the true one, as 1 or 0. */
    @Override
    public double target(Targets targets, int example, int unit) {
        return targets.label(example) == unit ? 1 : 0;
    }

    /** That of equal probabilities. */
    @Override
    public OptionalDouble costOfGuessing() {
        return OptionalDouble.of(Math.log(Math.max(2, classes)));
    }
}
