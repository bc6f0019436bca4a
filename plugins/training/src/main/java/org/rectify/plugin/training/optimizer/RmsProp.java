package org.rectify.plugin.training.optimizer;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.Step;

/** Gradients over the root of a running mean of their squares (Tieleman and Hinton, 2012, lecture 6.5). */
final class RmsProp implements OptimizerFactory<RmsProp.Options> {

    /** The step, and how long gradients are remembered. */
    record Options(
            @Describe(
                    value = "The step where gradients do not change.",
                    defaultsTo = "0.001",
                    range = "[0, inf)",
                    source = "Tieleman and Hinton, 2012")
            double learningRate,

            @Describe(
                    value = "The part of the mean of squared gradients that stays in each step.",
                    defaultsTo = "0.9",
                    range = "[0, 1)",
                    source = "Tieleman and Hinton, 2012")
            double decay,

            @Describe(
                    value = "Added to the root of the mean square, so that small gradients make small steps.",
                    defaultsTo = "1e-8",
                    range = "[1e-12, 1]")
            double epsilon) {

        Options {
            Require.in("learning-rate", learningRate, "[0, inf)");
            Require.in("decay", decay, "[0, 1)");
            Require.in("epsilon", epsilon, "[1e-12, 1]");
        }
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public String summary() {
        return "Gradient descent whose step, for each number, is over the root of a running mean of its squared gradients.";
    }

    @Override
    public String source() {
        return "Tieleman and Hinton, 2012, lecture 6.5";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Optimizer create(Options options, ComponentContext context) {
        return new MeanSquare(options);
    }

    private record MeanSquare(Options options) implements ElementwiseOptimizer {

        @Override
        public List<String> memories() {
            return List.of("mean-square");
        }

        @Override
        public void update(
                Parameter parameter,
                float[] values,
                float[] gradients,
                float[][] memories,
                int from,
                int to,
                Step step) {
            float rate = (float) (options.learningRate() * step.rateFactor());
            float stay = (float) options.decay();
            float come = (float) (1 - options.decay());
            float epsilon = (float) options.epsilon();
            float[] squares = memories[0];
            for (int i = from; i < to; i++) {
                squares[i] = stay * squares[i] + come * gradients[i] * gradients[i];
                values[i] -= rate * gradients[i] / ((float) Math.sqrt(squares[i]) + epsilon);
            }
        }
    }
}
