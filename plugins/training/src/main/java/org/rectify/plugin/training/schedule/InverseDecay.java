package org.rectify.plugin.training.schedule;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;

/** A learning rate that falls as 1/t does, whose steps add up to any length (Robbins and Monro, 1951): 1 / (1 + decay * t). */
final class InverseDecay implements ScheduleFactory<InverseDecay.Options> {

    /** How fast it falls. */
    record Options(
            @Describe(value = "One over the epochs after which half of the learning rate is left.", range = "[0, inf)")
            double decay) {

        Options {
            Require.in("decay", decay, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "inverse";
    }

    @Override
    public String summary() {
        return "Divides the learning rate by 1 + decay * t after t epochs, a little more with every minibatch.";
    }

    @Override
    public String source() {
        return "Robbins and Monro, 1951; Bottou, 2012, section 5.2";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Schedule create(Options options, ComponentContext context) {
        return progress -> 1 / (1 + options.decay() * progress.epochsDone());
    }
}
