package @package@;

import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.api.reconstruction.ReconstructionFactory;

/** A linear decoder under a squared error. */
public final class @Class@ implements ReconstructionFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "What the squared error is multiplied by.", defaultsTo = "0.5", range = "(0, inf)")
            double scale) {

        public Options {
            Require.in("scale", scale, "(0, inf)");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Rebuilds any number; costs scale * (difference squared).";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Reconstruction create(Options options, ComponentContext context) {
        return new Squared(options.scale());
    }

    private record Squared(double scale) implements ElementwiseReconstruction {

        @Override
        public OutputRange targets() {
            return OutputRange.REAL;
        }

        @Override
        public double target(double value, OutputRange range) {
            return value;
        }

        @Override
        public double decode(double z) {
            return z;
        }

        @Override
        public double cost(double z, double target) {
            return scale * (z - target) * (z - target);
        }

        @Override
        public double derivative(double z, double target) {
            return 2 * scale * (z - target);
        }
    }
}
