package @package@;

import java.util.List;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.schedule.ScheduleFactory;

/** Contributes the schedule {@code @name@}. */
public final class @Class@Plugin implements Plugin {

    @Override
    public List<ScheduleFactory<?>> schedules() {
        return List.of(new @Class@());
    }
}
