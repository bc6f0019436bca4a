package org.rectify.plugin.training;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;

/** The same learning rate from beginning to end, as in the paper (section 4.1; item 18). */
final class ConstantRate implements ScheduleFactory<NoOptions> {

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String summary() {
        return "The same learning rate from beginning to end.";
    }

    @Override
    public String source() {
        return "section 4.1, item 18";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Schedule create(NoOptions options, ComponentContext context) {
        return progress -> 1;
    }
}
