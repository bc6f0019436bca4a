package @package@;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.schedule.Schedule;
import org.rectify.api.schedule.ScheduleFactory;

/** A straight line from the whole rate to a part of it. */
public final class @Class@ implements ScheduleFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The factor at the end.", defaultsTo = "0", range = "[0, 1]")
            double last) {

        public Options {
            Require.in("last", last, "[0, 1]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Falls in a straight line from 1 to its last factor.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Schedule create(Options options, ComponentContext context) {
        return progress -> {
            double done = Math.min(1, progress.epochsDone() / Math.max(1, progress.epochs()));
            return 1 - done * (1 - options.last());
        };
    }
}
