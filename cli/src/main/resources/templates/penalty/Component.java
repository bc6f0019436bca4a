package @package@;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;

/** A cost on the square of each hidden output. */
public final class @Class@ implements PenaltyFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(
                    value = "What an output of 1 costs; one number, or one for each hidden layer.",
                    defaultsTo = "0.001",
                    range = "[0, inf)")
            PerLayer<Double> coefficient) {

        public Options {
            Require.eachIn("coefficient", coefficient, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Adds coefficient * output squared, summed over the units of a layer.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Penalty create(Options options, ComponentContext context) {
        return new Squares(options.coefficient());
    }

    private record Squares(PerLayer<Double> coefficient) implements ElementwisePenalty {

        @Override
        public double value(int layer, double a) {
            return coefficient.of(layer) * a * a;
        }

        @Override
        public double derivative(int layer, double a) {
            return 2 * coefficient.of(layer) * a;
        }
    }
}
