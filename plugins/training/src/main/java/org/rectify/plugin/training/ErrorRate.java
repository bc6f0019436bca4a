package org.rectify.plugin.training;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricFactory;
import org.rectify.plugin.training.metric.MeanOverExamples;
import org.rectify.plugin.training.metric.Tasks;

/** The fraction of examples classified wrongly, 0 to 1: the error of the tables (paper, section 4.1; item 60). */
final class ErrorRate implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "error-rate";
    }

    @Override
    public String summary() {
        return "The fraction of examples whose most probable class is not their own.";
    }

    @Override
    public String source() {
        return "section 4.1, item 60";
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
        return new MeanOverExamples(
                new MetricDescription("error", Unit.EXAMPLES, Direction.LOWER),
                (dataset, batch, example) -> batch.predicted(example) == batch.label(example) ? 0 : 1);
    }
}
