package org.rectify.plugin.training;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.schedule.Schedule;
import org.rectify.testkit.ScheduleContract;

/** Whatever schedule the plugin registers keeps the contract. */
@ParameterizedClass
@MethodSource("schedules")
class EveryScheduleTest extends ScheduleContract {

    private final Schedule schedule;

    EveryScheduleTest(String name, Schedule schedule) {
        this.schedule = schedule;
    }

    static Stream<Arguments> schedules() {
        return Registered.each(new TrainingPlugin().schedules());
    }

    @Override
    protected Schedule schedule() {
        return schedule;
    }
}
