package org.rectify.engine.guard;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.penalty.OutputPenalty;

/** A penalty on outputs behind its guard. */
class GuardedOutputPenalty implements OutputPenalty, Guarded {

    private final OutputPenalty penalty;
    private final Guard guard;
    private final Call cost;
    private boolean seen;

    GuardedOutputPenalty(OutputPenalty penalty, Guard guard) {
        this.penalty = penalty;
        this.guard = guard;
        this.cost = guard.method("cost");
    }

    @Override
    public final Object component() {
        return penalty;
    }

    @Override
    public final Guard guard() {
        return guard;
    }

    @Override
    public final double cost(int layer, INDArray outputs, INDArray gradients) {
        Slot slot = guard.slot();
        Call outer = slot.enter(cost);
        try {
            Untouched untouched = Untouched.begin(outputs, !seen);
            boolean moderate = NumberChecks.areModerate(outputs) && NumberChecks.areModerate(gradients);
            long[] shape = gradients.shape().clone();
            double sum = penalty.cost(layer, outputs, gradients);
            untouched.require(cost, "the outputs");
            if (!Arrays.equals(gradients.shape(), shape)) {
                throw cost.fault("gives its gradients the shape " + Arrays.toString(gradients.shape()) + " instead of "
                        + Arrays.toString(shape));
            }
            if (moderate && !Double.isFinite(sum)) {
                throw cost.fault("gives " + sum + " for finite outputs of layer " + (layer + 1));
            }
            int place = moderate ? NumberChecks.firstNotFinite(gradients) : -1;
            if (place >= 0) {
                throw cost.fault("leaves a gradient that is not finite at " + NumberChecks.place(gradients, place)
                        + ", for finite outputs of layer " + (layer + 1));
            }
            seen = true;
            return sum;
        } catch (Throwable e) {
            throw cost.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public final boolean appliesTo(Activation activation) {
        return guard.call("appliesTo", () -> penalty.appliesTo(activation));
    }

    @Override
    public final String toString() {
        return guard.toString();
    }
}
