package @package@;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;

/** Weights from a normal distribution. */
public final class @Class@ implements InitializerFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The standard deviation of a weight.", defaultsTo = "0.05", range = "(0, inf)")
            double deviation) {

        public Options {
            Require.in("deviation", deviation, "(0, inf)");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Normal with mean 0 and the same standard deviation in every layer.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Initializer create(Options options, ComponentContext context) {
        return (weights, random) -> {
            float[] values = new float[Math.toIntExact(weights.length())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (options.deviation() * random.nextGaussian());
            }
            Matrices.fill(weights, values);
        };
    }
}
