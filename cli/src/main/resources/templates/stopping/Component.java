package @package@;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.api.stopping.Verdict;

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
        return "Keeps the last parameters and ends once the training cost is below a bound.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Stopping create(Options options, ComponentContext context) {
        return () -> check -> {
            double headline = check.measured(check.headline()).value();
            return new Verdict(!Double.isNaN(headline), check.trainingCost() < options.cost());
        };
    }
}
