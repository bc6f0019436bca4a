package @package@;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStream;

/** Adds noise to the first weights: the least that a pre-training can do. */
public final class @Class@ implements PretrainingFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The standard deviation of the noise.", defaultsTo = "0.01", range = "(0, 1]")
            double deviation) {

        public Options {
            Require.in("deviation", deviation, "(0, 1]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Adds noise to the first weights of every hidden layer.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Pretraining create(Options options, ComponentContext context) {
        return stack -> {
            for (int layer = 0; layer < stack.layers(); layer++) {
                learn(stack, layer, options.deviation());
            }
        };
    }

    private static void learn(PretrainingStack stack, int layer, double deviation) {
        RandomStream random = stack.random().stream("layer-" + (layer + 1));
        INDArray weights = stack.weights(layer);
        float[] values = Matrices.toFloats(weights);
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (deviation * random.nextGaussian());
        }
        Matrices.fill(weights, values);
        stack.replace(layer, weights, stack.biases(layer));
        LayerProgress done = new LayerProgress(layer, deviation, 1, 0, 0, 0);
        stack.report(done);
        stack.chosen(done);
    }
}
