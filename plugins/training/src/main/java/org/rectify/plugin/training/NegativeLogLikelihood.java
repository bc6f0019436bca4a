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

/** The mean negative logarithm of the probability of the true class, in nats (paper, section 4.1; item 16). */
final class NegativeLogLikelihood implements MetricFactory<NoOptions> {

    @Override
    public String name() {
        return "negative-log-likelihood";
    }

    @Override
    public String summary() {
        return "The mean of -log P(correct class | input), in nats: the training cost without penalties.";
    }

    @Override
    public String source() {
        return "section 4.1, item 16";
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
                new MetricDescription("negative log-likelihood", Unit.NATS, Direction.LOWER),
                (dataset, batch, example) -> -batch.logProbability(example, batch.label(example)));
    }
}
