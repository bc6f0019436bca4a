package org.rectify.plugin.training.schedule;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;

/** A learning rate that falls by the same factor in every epoch, a little with every minibatch: decay^t after t epochs. */
final class ExponentialDecay implements ScheduleFactory<ExponentialDecay.Options> {

    /** How fast it falls. */
    record Options(
            @Describe(value = "What is left of the learning rate after an epoch.", range = "(0, 1]")
            double decay) {

        Options {
            Require.in("decay", decay, "(0, 1]");
        }
    }

    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public String summary() {
        return "Multiplies the learning rate by decay^t after t epochs, a little with every minibatch.";
    }

    @Override
    public String source() {
        return "Senior et al., 2013";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Schedule create(Options options, ComponentContext context) {
        return progress -> Math.pow(options.decay(), progress.epochsDone());
    }
}
