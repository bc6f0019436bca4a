package @package@;

import org.rectify.api.schedule.Schedule;
import org.rectify.testkit.ScheduleContract;
import org.rectify.testkit.Components;

/** Holds the schedule to what every schedule promises. */
class @Class@Test extends ScheduleContract {

    @Override
    protected Schedule schedule() {
        return Components.make(new @Class@Plugin().schedules(), "@name@");
    }
}
