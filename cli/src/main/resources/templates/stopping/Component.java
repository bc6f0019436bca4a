package @package@;

import java.util.Map;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.api.stopping.StoppingWatch;
import org.rectify.api.stopping.StoppingDecision;

/** Ends learning once the training cost is small. */
public final class @Class@ implements StoppingFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The mean training cost below which learning ends.", defaultsTo = "0.1", range = "(0, inf)")
            double cost) {

        public Options {
            Require.in("cost", cost, "(0, inf)");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Keeps the best parameters and ends once the training cost is below a bound.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Stopping create(Options options, ComponentContext context) {
        return () -> new Watch(options.cost());
    }

    /** Remembers the best value of the first metric. */
    private static final class Watch implements StoppingWatch {

        private final double cost;
        private double best = Double.NaN;

        Watch(double cost) {
            this.cost = cost;
        }

        @Override
        public StoppingDecision observe(Check check) {
            Check.Measured headline = check.measured(check.headline());
            boolean better = headline.description().direction().isBetter(headline.value(), best);
            best = better ? headline.value() : best;
            return new StoppingDecision(better, check.trainingCost() < cost);
        }

        @Override
        public Map<String, Double> state() {
            return Map.of("best", best);
        }

        @Override
        public void restore(Map<String, Double> state) {
            Double saved = state.get("best");
            if (saved == null) {
                throw new IllegalArgumentException("the best value is missing: " + state);
            }
            best = saved;
        }
    }
}
