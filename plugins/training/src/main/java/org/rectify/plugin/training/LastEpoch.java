package org.rectify.plugin.training;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.stopping.Stopping;
import org.rectify.api.stopping.StoppingDecision;
import org.rectify.api.stopping.StoppingFactory;

/** Learns for all epochs and returns the parameters of the last one: no selection (item 20). */
final class LastEpoch implements StoppingFactory<NoOptions> {

    @Override
    public String name() {
        return "last-epoch";
    }

    @Override
    public String summary() {
        return "Learns for all epochs and keeps the parameters of the last one.";
    }

    @Override
    public String source() {
        return "item 20";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Stopping create(NoOptions options, ComponentContext context) {
        // An error that is not a number is infinitely bad: its parameters are never returned (item 21).
        return () -> check -> new StoppingDecision(
                !Double.isNaN(check.measured(check.headline()).value()), false);
    }
}
