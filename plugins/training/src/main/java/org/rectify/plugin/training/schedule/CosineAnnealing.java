package org.rectify.plugin.training.schedule;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;

/** A learning rate that falls along half a cosine until the last epoch (Loshchilov and Hutter, 2017, without restarts). */
final class CosineAnnealing implements ScheduleFactory<CosineAnnealing.Options> {

    /** Where it ends. */
    record Options(
            @Describe(
                    value = "The part of the learning rate that is left after the last epoch.",
                    defaultsTo = "0",
                    range = "[0, 1]")
            double finalFactor) {

        Options {
            Require.in("final-factor", finalFactor, "[0, 1]");
        }
    }

    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public String summary() {
        return "Lowers the learning rate along half a cosine, from all of it to a final part after the last epoch.";
    }

    @Override
    public String source() {
        return "Loshchilov and Hutter, 2017";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Schedule create(Options options, ComponentContext context) {
        return progress -> {
            double done = progress.epochsDone() / progress.epochs();
            return options.finalFactor() + (1 - options.finalFactor()) * (1 + Math.cos(Math.PI * done)) / 2;
        };
    }
}
