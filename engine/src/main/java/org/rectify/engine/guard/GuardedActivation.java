package org.rectify.engine.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;

/** An activation behind its guard. */
public class GuardedActivation implements Activation, Guarded {

    private final Activation activation;
    private final Guard guard;
    private final Call value;
    private final Call backward;
    private final OutputRange range;
    private final boolean silentAtZero;
    private boolean valueSeen;
    private boolean backwardSeen;

    /** What it said of layers of so many units, which layers are made by, once and for all. */
    private final Map<Integer, Integer> outputs = new ConcurrentHashMap<>();

    GuardedActivation(Activation activation, Guard guard) {
        this.activation = activation;
        this.guard = guard;
        this.value = guard.method("value");
        this.backward = guard.method("backward");
        this.range = guard.ask("range", activation::range);
        this.silentAtZero = guard.call("silentAtZero", activation::silentAtZero);
    }

    /** The same activation behind a guard. */
    public static Activation of(Activation activation, Guard guard) {
        return activation instanceof ElementwiseActivation elementwise
                ? new GuardedElementwiseActivation(elementwise, guard)
                : new GuardedActivation(activation, guard);
    }

    @Override
    public final Object component() {
        return activation;
    }

    @Override
    public final Guard guard() {
        return guard;
    }

    @Override
    public final int outputs(int units) {
        Integer before = outputs.get(units);
        if (before != null) {
            return before;
        }
        int outputs = guard.call("outputs", () -> activation.outputs(units));
        if (outputs < 1) {
            throw guard.fault("outputs", "gives " + outputs + " for " + units + " units; it must be at least 1");
        }
        this.outputs.put(units, outputs);
        return outputs;
    }

    @Override
    public final void value(INDArray preActivations, INDArray outputs) {
        Slot slot = guard.slot();
        Call outer = slot.enter(value);
        try {
            Overwritten written = Overwritten.begin(outputs, !valueSeen);
            Untouched untouched = Untouched.begin(preActivations, !valueSeen);
            activation.value(preActivations, outputs);
            untouched.require(value, "the pre-activations");
            written.require(value, "outputs", () -> NumberChecks.areModerate(preActivations));
            if (!valueSeen && NumberChecks.areModerate(preActivations)) {
                Overwritten.requireWithin(value, outputs, range);
            }
            valueSeen = true;
        } catch (Throwable e) {
            throw value.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public final void backward(
            INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
        Slot slot = guard.slot();
        Call outer = slot.enter(backward);
        try {
            Overwritten written = Overwritten.begin(gradients, !backwardSeen);
            Untouched z = Untouched.begin(preActivations, !backwardSeen);
            Untouched a = Untouched.begin(outputs, !backwardSeen);
            Untouched given = Untouched.begin(outputGradients, !backwardSeen);
            activation.backward(preActivations, outputs, outputGradients, gradients);
            z.require(backward, "the pre-activations");
            a.require(backward, "the outputs");
            given.require(backward, "the gradients of the outputs");
            written.require(
                    backward,
                    "gradients",
                    () -> NumberChecks.areModerate(preActivations) && NumberChecks.areModerate(outputGradients));
            backwardSeen = true;
        } catch (Throwable e) {
            throw backward.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public final OutputRange range() {
        return range;
    }

    @Override
    public final boolean silentAtZero() {
        return silentAtZero;
    }

    @Override
    public final String toString() {
        return guard.toString();
    }
}
