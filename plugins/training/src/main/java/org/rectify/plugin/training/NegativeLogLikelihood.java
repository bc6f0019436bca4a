package org.rectify.plugin.training;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.metric.MetricFactory;

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
    public ForDataset create(NoOptions options, ComponentContext context) {
        return dataset ->
                new MeanOverExamples((batch, example) -> -batch.logProbability(example, batch.label(example)));
    }
}
