package @package@;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.OptimizerFactory;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.Step;

/** Gradient descent along a mean of the gradients so far. */
public final class @Class@ implements OptimizerFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The step against the velocity.", defaultsTo = "0.02", range = "[0, inf)")
            double learningRate) {

        public Options {
            Require.in("learning-rate", learningRate, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Moves against a running mean of the gradients, nine tenths of it old.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Optimizer create(Options options, ComponentContext context) {
        return new Heavy(options.learningRate());
    }

    private record Heavy(double learningRate) implements ElementwiseOptimizer {

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
            float[] velocity = memories[0];
            for (int i = from; i < to; i++) {
                velocity[i] = 0.9f * velocity[i] + gradients[i];
                values[i] -= rate * velocity[i];
            }
        }
    }
}
