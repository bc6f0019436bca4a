package org.rectify.engine.guard;

import org.rectify.api.schedule.Progress;
import org.rectify.api.schedule.Schedule;

/** A schedule behind its guard. */
public final class GuardedSchedule implements Schedule, Guarded {

    private final Schedule schedule;
    private final Guard guard;
    private final Call factor;

    private GuardedSchedule(Schedule schedule, Guard guard) {
        this.schedule = schedule;
        this.guard = guard;
        this.factor = guard.method("factor");
    }

    /** The same schedule behind a guard. */
    public static Schedule of(Schedule schedule, Guard guard) {
        return new GuardedSchedule(schedule, guard);
    }

    @Override
    public Object component() {
        return schedule;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public double factor(Progress progress) {
        double given;
        Slot slot = guard.slot();
        Call outer = slot.enter(factor);
        try {
            given = schedule.factor(progress);
        } catch (Throwable e) {
            throw factor.fault(e);
        } finally {
            slot.leave(outer);
        }
        if (!(given >= 0 && given < Double.POSITIVE_INFINITY)) {
            throw factor.fault("gives " + given + " for update " + progress.update() + " in epoch " + progress.epoch()
                    + "; it must be finite and not negative");
        }
        return given;
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
