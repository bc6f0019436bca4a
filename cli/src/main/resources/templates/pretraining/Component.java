package @package@;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;

/** Scales the first weights: the least that a pre-training can do. */
public final class @Class@ implements PretrainingFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "What the first weights are multiplied by.", defaultsTo = "0.9", range = "(0, 10]")
            double factor) {

        public Options {
            Require.in("factor", factor, "(0, 10]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Multiplies the first weights of every hidden layer by a factor.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Pretraining create(Options options, ComponentContext context) {
        return stack -> {
            for (int layer = 0; layer < stack.layers(); layer++) {
                stack.replace(layer, stack.weights(layer).mul(options.factor()), stack.biases(layer));
            }
        };
    }
}
