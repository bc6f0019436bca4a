package org.rectify.testkit;

import org.rectify.api.schedule.Schedule;

class HalvingKeepsTheContractTest extends ScheduleContract {

    @Override
    protected Schedule schedule() {
        return progress -> 1 / (1 + progress.epochsDone());
    }
}
