package org.rectify.plugin.training;

import java.util.Optional;
import java.util.OptionalInt;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.api.stopping.StoppingWatch;
import org.rectify.api.stopping.Verdict;

/** Returns the parameters of the lowest validation error, the earliest of equals (paper, section 4.1; item 20, A3). */
final class BestValidation implements StoppingFactory<BestValidation.Options> {

    /** What to watch, how long to wait, and when to measure. */
    record Options(
            @Describe(
                    value = "The metric watched, lowest is best; one of those the experiment measures.",
                    defaultsTo = "error-rate",
                    source = "section 4.1, item 20")
            String metric,

            @Describe(
                    value = "Measurements in a row without a new lowest error after which learning ends; "
                            + "without it, learning goes on to the last epoch.",
                    range = "[1, inf)",
                    source = "item 20")
            Optional<Integer> patience,

            @Describe(
                    value = "Updates between two measurements; 0 measures at the end of each epoch.",
                    defaultsTo = "0",
                    range = "[0, inf)",
                    source = "item 20")
            int checkInterval) {

        Options {
            patience.ifPresent(measurements -> Require.in("patience", measurements, "[1, inf)"));
            Require.in("check-interval", checkInterval, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "best-validation";
    }

    @Override
    public String summary() {
        return "Keeps the parameters of the lowest validation error; with patience, ends learning once it no longer falls.";
    }

    @Override
    public String source() {
        return "section 4.1, item 20";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Stopping create(Options options, ComponentContext context) {
        return new Rule(options);
    }

    private record Rule(Options options) implements Stopping {

        @Override
        public StoppingWatch begin() {
            return new Watch(options.patience().orElse(Integer.MAX_VALUE));
        }

        @Override
        public String metric() {
            return options.metric();
        }

        @Override
        public OptionalInt checkInterval() {
            return options.checkInterval() == 0 ? OptionalInt.empty() : OptionalInt.of(options.checkInterval());
        }
    }

    private static final class Watch implements StoppingWatch {

        private final int patience;
        private double lowest = Double.POSITIVE_INFINITY;
        private int sinceLowest;

        Watch(int patience) {
            this.patience = patience;
        }

        @Override
        public Verdict observe(double validationError) {
            // False of NaN, which is thereby as bad as infinity (item 21).
            boolean lower = validationError < lowest;
            if (lower) {
                lowest = validationError;
                sinceLowest = 0;
            } else {
                sinceLowest++;
            }
            return new Verdict(lower, sinceLowest >= patience);
        }
    }
}
