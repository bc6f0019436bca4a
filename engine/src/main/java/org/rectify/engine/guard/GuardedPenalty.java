package org.rectify.engine.guard;

import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;

/** Puts penalties behind guards. */
public final class GuardedPenalty {

    private GuardedPenalty() {}

    /**
     * The same penalty behind a guard.
     *
     * @throws PluginFault when it is on outputs and on weights at the same time
     */
    public static Penalty of(Penalty penalty, Guard guard) {
        if (penalty instanceof OutputPenalty && penalty instanceof WeightPenalty) {
            throw guard.fault(
                    "create", "gives a penalty on outputs that is one on weights too; it must be one of the two");
        }
        return penalty instanceof OutputPenalty onOutputs
                ? onOutputs(onOutputs, guard)
                : new GuardedWeightPenalty((WeightPenalty) penalty, guard);
    }

    static OutputPenalty onOutputs(OutputPenalty penalty, Guard guard) {
        return penalty instanceof ElementwisePenalty elementwise
                ? new GuardedElementwisePenalty(elementwise, guard)
                : new GuardedOutputPenalty(penalty, guard);
    }
}
