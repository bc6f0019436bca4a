package org.rectify.engine.guard;

import org.rectify.api.penalty.ElementwisePenalty;

/** A penalty on single outputs behind its guard. */
final class GuardedElementwisePenalty extends GuardedOutputPenalty implements ElementwisePenalty {

    private final ElementwisePenalty penalty;
    private final Call value;
    private final Call derivative;
    private final Call addDerivative;
    private boolean seen;

    GuardedElementwisePenalty(ElementwisePenalty penalty, Guard guard) {
        super(penalty, guard);
        this.penalty = penalty;
        this.value = guard.method("value");
        this.derivative = guard.method("derivative");
        this.addDerivative = guard.method("addDerivative");
    }

    @Override
    public double value(int layer, double a) {
        Slot slot = guard().slot();
        Call outer = slot.enter(value);
        try {
            return penalty.value(layer, a);
        } catch (Throwable e) {
            throw value.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double derivative(int layer, double a) {
        Slot slot = guard().slot();
        Call outer = slot.enter(derivative);
        try {
            return penalty.derivative(layer, a);
        } catch (Throwable e) {
            throw derivative.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double value(int layer, float[] a, int from, int to) {
        double cost;
        Slot slot = guard().slot();
        Call outer = slot.enter(value);
        try {
            cost = penalty.value(layer, a, from, to);
        } catch (Throwable e) {
            throw value.fault(e);
        } finally {
            slot.leave(outer);
        }
        if (!Double.isFinite(cost) && NumberChecks.areModerate(a, from, to)) {
            throw value.fault("gives " + cost + " for finite outputs of layer " + (layer + 1));
        }
        return cost;
    }

    @Override
    public void addDerivative(int layer, float[] a, int from, int to, float scale, float[] gradient) {
        if (seen) {
            add(layer, a, from, to, scale, gradient);
            return;
        }
        float[] outputs = Window.of(a, from, to);
        float[] sums = Window.of(gradient, from, to);
        int end = Window.end(to - from);
        boolean moderate = NumberChecks.areModerate(outputs, Window.MARGIN, end)
                && NumberChecks.areModerate(sums, Window.MARGIN, end);
        add(layer, outputs, Window.MARGIN, end, scale, sums);
        Window.requireUntouched(addDerivative, "its outputs", outputs, a, from);
        if (moderate && NumberChecks.firstNotFinite(sums, Window.MARGIN, end) >= 0) {
            throw addDerivative.fault(
                    "leaves gradients that are not finite, for finite outputs of layer " + (layer + 1));
        }
        Window.copyBack(addDerivative, "gradient", sums, gradient, from);
        seen = true;
    }

    private void add(int layer, float[] a, int from, int to, float scale, float[] gradient) {
        Slot slot = guard().slot();
        Call outer = slot.enter(addDerivative);
        try {
            penalty.addDerivative(layer, a, from, to, scale, gradient);
        } catch (Throwable e) {
            throw addDerivative.fault(e);
        } finally {
            slot.leave(outer);
        }
    }
}
