package org.rectify.plugin.training;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.OptimizerFactory;

/** Gradient descent on minibatches: no momentum, no weight decay, no schedule (paper, section 4.1; item 18, A19). */
final class StochasticGradientDescent implements OptimizerFactory<StochasticGradientDescent.Options> {

    /** The step. */
    record Options(
            @Describe(
                    value = "The constant step along the gradient of the minibatch's mean cost.",
                    range = "[0, inf)",
                    source = "section 4.1, items 18 and 19")
            double learningRate) {

        Options {
            Require.in("learning-rate", learningRate, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String summary() {
        return "Plain stochastic gradient descent with a constant learning rate.";
    }

    @Override
    public String source() {
        return "section 4.1, item 18";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Optimizer create(Options options, ComponentContext context) {
        return new ConstantStep(options.learningRate());
    }

    private record ConstantStep(double learningRate) implements GradientDescent {}
}
