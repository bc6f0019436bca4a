package org.rectify.plugin.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Objection;
import org.rectify.api.component.Require;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingFactory;
import org.rectify.api.stopping.StoppingWatch;

/** Returns the parameters of the best validation error or other metric, the earliest of equals (paper, section 4.1; item 20, A3). */
final class BestValidation implements StoppingFactory<BestValidation.Options> {

    /** What to watch, how long to wait, and when to measure. */
    record Options(
            @Describe(
                    value =
                            "The metric watched, one of those the experiment measures; unless given, the first of them.",
                    source = "section 4.1, item 20")
            Optional<String> metric,

            @Describe(
                    value = "Measurements in a row without a new best value after which learning ends; "
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
        return "Keeps the parameters of the best validation error, or another metric; with patience, ends learning once it stays.";
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
    public List<Objection> check(Options options, ExperimentFacts facts) {
        Optional<String> first = facts.metrics().keySet().stream().findFirst();
        return options.metric().or(() -> first).flatMap(metric -> fault(options, facts, metric)).stream()
                .map(fault -> new Objection("metric", fault, accepted(facts)))
                .toList();
    }

    private static Optional<String> fault(Options options, ExperimentFacts facts, String metric) {
        MetricDescription watched = facts.metrics().get(metric);
        if (watched == null) {
            return Optional.of("'" + metric + "' is not measured");
        }
        String named = options.metric().isPresent() ? "'" + metric + "'" : "the first metric, '" + metric + "',";
        return watched.direction() == Direction.NEITHER
                ? Optional.of("no value of " + named + " is better than another")
                : Optional.empty();
    }

    private static String accepted(ExperimentFacts facts) {
        return facts.metrics().entrySet().stream()
                .filter(metric -> metric.getValue().direction() != Direction.NEITHER)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", ", "one of the metrics ", "; or add it to them"));
    }

    @Override
    public Stopping create(Options options, ComponentContext context) {
        return new Rule(options);
    }

    private record Rule(Options options) implements Stopping {

        @Override
        public StoppingWatch begin() {
            return new Watch(options.metric(), options.patience().orElse(Integer.MAX_VALUE));
        }

        @Override
        public OptionalInt checkInterval() {
            return options.checkInterval() == 0 ? OptionalInt.empty() : OptionalInt.of(options.checkInterval());
        }
    }

    private static final class Watch implements StoppingWatch {

        private static final String BEST = "best";
        private static final String SINCE_BEST = "since-best";

        private final Optional<String> metric;
        private final int patience;
        private double best = Double.NaN;
        private int sinceBest;

        Watch(Optional<String> metric, int patience) {
            this.metric = metric;
            this.patience = patience;
        }

        @Override
        public StoppingDecision observe(Check check) {
            Check.Measured watched = check.measured(metric.orElseGet(check::headline));
            // False of NaN, which is thereby as bad as infinity (item 21).
            boolean better = watched.description().direction().isBetter(watched.value(), best);
            if (better) {
                best = watched.value();
                sinceBest = 0;
            } else {
                sinceBest++;
            }
            return new StoppingDecision(better, sinceBest >= patience);
        }

        @Override
        public Map<String, Double> state() {
            return Map.of(BEST, best, SINCE_BEST, (double) sinceBest);
        }

        @Override
        public void restore(Map<String, Double> state) {
            Double savedBest = state.get(BEST);
            Double savedSince = state.get(SINCE_BEST);
            if (savedBest == null || savedSince == null) {
                throw new IllegalArgumentException(
                        "a state of best-validation holds " + BEST + " and " + SINCE_BEST + ", not " + state.keySet());
            }
            best = savedBest;
            sinceBest = savedSince.intValue();
        }
    }
}
