package @package@;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Objection;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricFactory;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/** How many examples the network is not sure of. */
public final class @Class@ implements MetricFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The probability from which on an answer is sure.", defaultsTo = "0.5", range = "(0, 1]")
            double below) {

        public Options {
            Require.in("below", below, "(0, 1]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "The fraction of examples whose true class gets less than a probability.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public List<Objection> check(Options options, ExperimentFacts facts) {
        return facts.task() == Task.CLASSIFICATION
                ? List.of()
                : List.of(Objection.of("measures classes, and the network tells numbers", "another metric"));
    }

    @Override
    public Metric create(Options options, ComponentContext context) {
        return new Unsure(options.below());
    }

    private record Unsure(double below) implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("unsure", Unit.EXAMPLES, Direction.LOWER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return new Count(below);
        }
    }

    private static final class Count implements MetricAccumulator {

        private final double below;
        private long unsure;
        private long seen;

        Count(double below) {
            this.below = below;
        }

        @Override
        public void observe(Observation batch) {
            for (int example = 0; example < batch.size(); example++) {
                double probability = Math.exp(batch.logProbability(example, batch.label(example)));
                unsure += probability < below ? 1 : 0;
                seen++;
            }
        }

        @Override
        public MetricValue value() {
            return MetricValue.of((double) unsure / seen);
        }
    }
}
