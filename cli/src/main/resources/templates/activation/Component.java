package @package@;

import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** The rectifier with a slope on its other side too. */
public final class @Class@ implements ActivationFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The slope below 0.", defaultsTo = "0.1", range = "(0, 1]")
            double slope) {

        public Options {
            Require.in("slope", slope, "(0, 1]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "z where it is positive, slope * z where it is not.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Activation create(Options options, ComponentContext context) {
        return new Sloped(options.slope());
    }

    private record Sloped(double slope) implements ElementwiseActivation {

        @Override
        public double value(double z) {
            return Math.max(0, z) + slope * Math.min(0, z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : slope;
        }

        @Override
        public OutputRange range() {
            return OutputRange.REAL;
        }
    }
}
