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

/** Steps that shrink with the root of the sum of all squared gradients so far, number by number (Duchi et al., 2011). */
final class AdaGrad implements OptimizerFactory<AdaGrad.Options> {

    /** The step. */
    record Options(
            @Describe(value = "The length of the first step of each number.", defaultsTo = "0.01", range = "[0, inf)")
            double learningRate,

            @Describe(
                    value = "Added to the root of the sum of squares, so that small gradients make small steps.",
                    defaultsTo = "1e-8",
                    range = "[1e-12, 1]")
            double epsilon) {

        Options {
            Require.in("learning-rate", learningRate, "[0, inf)");
            Require.in("epsilon", epsilon, "[1e-12, 1]");
        }
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public String summary() {
        return "Gradient descent whose step, for each number, is over the root of the sum of its squared gradients so far.";
    }

    @Override
    public String source() {
        return "Duchi et al., 2011";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Optimizer create(Options options, ComponentContext context) {
        return new SumOfSquares(options.learningRate(), (float) options.epsilon());
    }

    private record SumOfSquares(double learningRate, float epsilon) implements ElementwiseOptimizer {

        @Override
        public List<String> memories() {
            return List.of("sum-of-squares");
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
            float rate = (float) (learningRate * step.rateFactor());
            float[] squares = memories[0];
            for (int i = from; i < to; i++) {
                squares[i] += gradients[i] * gradients[i];
                values[i] -= rate * gradients[i] / ((float) Math.sqrt(squares[i]) + epsilon);
            }
        }
    }
}
