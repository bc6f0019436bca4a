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
 * Gradient descent that carries on a part of its velocity (Polyak, 1964), or Nesterov's, which looks ahead (1983).
 *
 * <p>With gradient g, momentum m and rate r: {@code v = m v + g}, then {@code w -= r v}, or {@code w -= r (g + m v)} after
 * Nesterov, as Sutskever et al. (2013) rewrote it.
 */
final class Momentum implements OptimizerFactory<Momentum.Options> {

    /** The step, and what is carried on. */
    record Options(
            @Describe(value = "The step along the velocity.", range = "[0, inf)")
            double learningRate,

            @Describe(
                    value = "The part of the velocity that is carried on to the next step.",
                    defaultsTo = "0.9",
                    range = "[0, 1)")
            double momentum,

            @Describe(
                    value =
                            "Whether the gradient is added once more to the velocity carried on, as Nesterov's method does.",
                    defaultsTo = "false",
                    source = "Sutskever et al., 2013")
            boolean nesterov) {

        Options {
            Require.in("learning-rate", learningRate, "[0, inf)");
            Require.in("momentum", momentum, "[0, 1)");
        }
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public String summary() {
        return "Gradient descent with momentum: v = momentum * v + gradient, weight -= learning-rate * v; or Nesterov's.";
    }

    @Override
    public String source() {
        return "Polyak, 1964; Nesterov, 1983; Sutskever et al., 2013";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Optimizer create(Options options, ComponentContext context) {
        return new Velocity(options.learningRate(), (float) options.momentum(), options.nesterov());
    }

    private record Velocity(double learningRate, float momentum, boolean nesterov) implements ElementwiseOptimizer {

        @Override
        public List<String> memories() {
            return List.of("velocity");
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
            float[] velocities = memories[0];
            if (nesterov) {
                for (int i = from; i < to; i++) {
                    velocities[i] = momentum * velocities[i] + gradients[i];
                    values[i] -= rate * (gradients[i] + momentum * velocities[i]);
                }
            } else {
                for (int i = from; i < to; i++) {
                    velocities[i] = momentum * velocities[i] + gradients[i];
                    values[i] -= rate * velocities[i];
                }
            }
        }
    }
}
