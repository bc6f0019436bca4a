package org.rectify.engine.guard;

import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;

/**
 * A listener behind its guard.
 *
 * @param guard its guard
 */
public record GuardedListener(RunListener listener, Guard guard) implements RunListener, Guarded {

    /** The same listener behind a guard. */
    public static RunListener of(RunListener listener, Guard guard) {
        return new GuardedListener(listener, guard);
    }

    @Override
    public Object component() {
        return listener;
    }

    @Override
    public boolean wantsHistograms() {
        return guard.call("wantsHistograms", listener::wantsHistograms);
    }

    @Override
    public void started(RunFacts run) {
        guard.run("started", () -> listener.started(run));
    }

    @Override
    public void layerLearned(PretrainingFacts layer) {
        guard.run("layerLearned", () -> listener.layerLearned(layer));
    }

    @Override
    public void epochEnded(EpochFacts epoch) {
        guard.run("epochEnded", () -> listener.epochEnded(epoch));
    }

    @Override
    public void ended(EndFacts end) {
        guard.run("ended", () -> listener.ended(end));
    }

    @Override
    public void failed(String message) {
        guard.run("failed", () -> listener.failed(message));
    }

    @Override
    public void close() {
        guard.run("close", listener::close);
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
