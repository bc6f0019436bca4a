package org.rectify.plugin.training.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
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

/**
 * The harmonic mean of precision and recall of each class, averaged over classes of equal weight: rare classes count as much as
 * frequent ones. Classes that neither occur nor are told are left out.
 */
final class MacroF1 implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "macro-f1";
    }

    @Override
    public String summary() {
        return "The mean over classes of F1, the harmonic mean of a class's precision and recall.";
    }

    @Override
    public String source() {
        return "Yang and Liu, SIGIR, 1999";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public List<Objection> check(NoOptions options, ExperimentFacts facts) {
        return Tasks.require(Task.CLASSIFICATION, facts);
    }

    @Override
    public Metric create(NoOptions options, ComponentContext context) {
        return new Mean();
    }

    private static final class Mean implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("macro F1", Unit.FRACTION, Direction.HIGHER);
        }

        @Override
        public MetricAccumulator begin(DatasetInfo dataset) {
            return new Count(new ClassCounts(dataset));
        }
    }

    private record Count(ClassCounts counts) implements MetricAccumulator {

        @Override
        public void observe(Observation batch) {
            counts.observe(batch);
        }

        @Override
        public MetricValue value() {
            return MetricValue.of(IntStream.range(0, counts.classes())
                    .filter(label -> counts.occurring(label) + counts.told(label) > 0)
                    .mapToDouble(this::f1)
                    .average()
                    .orElseThrow());
        }

        private double f1(int label) {
            return 2.0 * counts.hits(label) / (counts.occurring(label) + counts.told(label));
        }
    }
}
