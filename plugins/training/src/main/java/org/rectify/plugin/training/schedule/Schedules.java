package org.rectify.plugin.training.schedule;

import java.util.List;
import org.rectify.api.schedule.ScheduleFactory;

/** The schedules of this package. */
public final class Schedules {

    private Schedules() {}

    /** Their factories. */
    public static List<ScheduleFactory<?>> all() {
        return List.of(new StepDecay(), new ExponentialDecay(), new InverseDecay(), new CosineAnnealing());
    }
}
