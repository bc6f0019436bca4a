package org.rectify.plugin.training.metric;

import java.util.List;
import java.util.Optional;
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

/** Which classes are taken for which: counts of examples by true and told class; as a number, the fraction off the diagonal. */
final class Confusion implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "confusion";
    }

    @Override
    public String summary() {
        return "A matrix of examples: a row for each true class, a column for each class told; "
                + "as a number, the fraction off its diagonal.";
    }

    @Override
    public String source() {
        return "Kohavi and Provost, Machine Learning, 1998";
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
        return new Matrix();
    }

    private static final class Matrix implements Metric {

        @Override
        public MetricDescription description() {
            return new MetricDescription("confusion", Unit.EXAMPLES, Direction.LOWER);
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
            return new MetricValue(counts.errorRate(), List.of(), Optional.of(counts.matrix()));
        }
    }
}
