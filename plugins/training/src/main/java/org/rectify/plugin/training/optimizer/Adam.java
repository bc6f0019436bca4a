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

/**
 * Steps along a running mean of gradients, over the root of one of their squares, both corrected for their beginning at zero
 * (Kingma and Ba, 2015, algorithm 1).
 */
final class Adam implements OptimizerFactory<Adam.Options> {

    /** The step, and how long gradients are remembered. */
    record Options(
            @Describe(
                    value = "The step where gradients do not change.",
                    defaultsTo = "0.001",
                    range = "[0, inf)",
                    source = "Kingma and Ba, 2015")
            double learningRate,

            @Describe(
                    value = "The part of the mean of gradients that stays in each step.",
                    defaultsTo = "0.9",
                    range = "[0, 1)",
                    source = "Kingma and Ba, 2015")
            double beta1,

            @Describe(
                    value = "The part of the mean of squared gradients that stays in each step.",
                    defaultsTo = "0.999",
                    range = "[0, 1)",
                    source = "Kingma and Ba, 2015")
            double beta2,

            @Describe(
                    value = "Added to the root of the mean square, so that small gradients make small steps.",
                    defaultsTo = "1e-8",
                    range = "[1e-12, 1]",
                    source = "Kingma and Ba, 2015")
            double epsilon) {

        Options {
            Require.in("learning-rate", learningRate, "[0, inf)");
            Require.in("beta1", beta1, "[0, 1)");
            Require.in("beta2", beta2, "[0, 1)");
            Require.in("epsilon", epsilon, "[1e-12, 1]");
        }
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public String summary() {
        return "Steps along the running mean of gradients over the root of their mean square, with bias correction.";
    }

    @Override
    public String source() {
        return "Kingma and Ba, 2015";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Optimizer create(Options options, ComponentContext context) {
        return new Moments(options);
    }

    private record Moments(Options options) implements ElementwiseOptimizer {

        @Override
        public List<String> memories() {
            return List.of("first-moment", "second-moment");
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
            double steps = step.update() + 1.0;
            float stay1 = (float) options.beta1();
            float stay2 = (float) options.beta2();
            float come1 = (float) (1 - options.beta1());
            float come2 = (float) (1 - options.beta2());
            float rate = (float) (options.learningRate() * step.rateFactor() / (1 - Math.pow(options.beta1(), steps)));
            float correction = (float) (1 / (1 - Math.pow(options.beta2(), steps)));
            float epsilon = (float) options.epsilon();
            float[] first = memories[0];
            float[] second = memories[1];
            for (int i = from; i < to; i++) {
                first[i] = stay1 * first[i] + come1 * gradients[i];
                second[i] = stay2 * second[i] + come2 * gradients[i] * gradients[i];
                values[i] -= rate * first[i] / ((float) Math.sqrt(correction * second[i]) + epsilon);
            }
        }
    }
}
