package org.rectify.plugin.training.schedule;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;

/** A learning rate that falls by a factor every so many epochs: factor^floor((epoch - 1) / every). */
final class StepDecay implements ScheduleFactory<StepDecay.Options> {

    /** When it falls, and how far. */
    record Options(
            @Describe(value = "Epochs for which the learning rate stays the same.", range = "[1, inf)")
            int every,

            @Describe(
                    value = "What the learning rate is multiplied by after them.",
                    defaultsTo = "0.1",
                    range = "(0, 1]")
            double factor) {

        Options {
            Require.in("every", every, "[1, inf)");
            Require.in("factor", factor, "(0, 1]");
        }
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public String summary() {
        return "Multiplies the learning rate by a factor after every so many epochs.";
    }

    @Override
    public String source() {
        return "He et al., 2016";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Schedule create(Options options, ComponentContext context) {
        return progress -> {
            int falls = (progress.epoch() - 1) / options.every();
            return Math.pow(options.factor(), falls);
        };
    }
}
