package org.rectify.engine.guard;

import java.util.Map;
import java.util.OptionalInt;
import org.rectify.api.stopping.Check;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingWatch;

/**
 * A stopping rule behind its guard.
 *
 * @param guard its guard
 */
public record GuardedStopping(Stopping stopping, Guard guard) implements Stopping, Guarded {

    /** The same stopping rule behind a guard. */
    public static Stopping of(Stopping stopping, Guard guard) {
        return new GuardedStopping(stopping, guard);
    }

    @Override
    public Object component() {
        return stopping;
    }

    @Override
    public StoppingWatch begin() {
        return new Watch(guard.ask("begin", stopping::begin), guard);
    }

    @Override
    public OptionalInt checkInterval() {
        OptionalInt interval = guard.ask("checkInterval", stopping::checkInterval);
        if (interval.isPresent() && interval.getAsInt() < 1) {
            throw guard.fault("checkInterval", "gives " + interval.getAsInt() + "; it must be at least 1");
        }
        return interval;
    }

    @Override
    public String toString() {
        return guard.toString();
    }

    /** The watch over one fine-tuning. */
    private record Watch(StoppingWatch watch, Guard guard) implements StoppingWatch {

        @Override
        public StoppingDecision observe(Check check) {
            return guard.ask("observe", () -> watch.observe(check));
        }

        @Override
        public Map<String, Double> state() {
            return guard.entries("state", watch::state);
        }

        @Override
        public void restore(Map<String, Double> state) {
            guard.refusing("restore", () -> watch.restore(state));
        }
    }
}
