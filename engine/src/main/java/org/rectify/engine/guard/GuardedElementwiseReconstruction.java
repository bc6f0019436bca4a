package org.rectify.engine.guard;

import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.ElementwiseReconstruction;

/** An element-wise reconstruction behind its guard. */
final class GuardedElementwiseReconstruction extends GuardedReconstruction implements ElementwiseReconstruction {

    private final ElementwiseReconstruction reconstruction;
    private final Call target;
    private final Call decode;
    private final Call cost;
    private final Call derivative;
    private boolean targetSeen;
    private boolean decodeSeen;
    private boolean costSeen;

    GuardedElementwiseReconstruction(ElementwiseReconstruction reconstruction, Guard guard) {
        super(reconstruction, guard);
        this.reconstruction = reconstruction;
        this.target = guard.method("target");
        this.decode = guard.method("decode");
        this.cost = guard.method("cost");
        this.derivative = guard.method("derivative");
    }

    @Override
    public double target(double value, OutputRange range) {
        Slot slot = guard().slot();
        Call outer = slot.enter(target);
        try {
            return reconstruction.target(value, range);
        } catch (Throwable e) {
            throw target.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double decode(double z) {
        Slot slot = guard().slot();
        Call outer = slot.enter(decode);
        try {
            return reconstruction.decode(z);
        } catch (Throwable e) {
            throw decode.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double cost(double z, double target) {
        Slot slot = guard().slot();
        Call outer = slot.enter(cost);
        try {
            return reconstruction.cost(z, target);
        } catch (Throwable e) {
            throw cost.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double derivative(double z, double target) {
        Slot slot = guard().slot();
        Call outer = slot.enter(derivative);
        try {
            return reconstruction.derivative(z, target);
        } catch (Throwable e) {
            throw derivative.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public void target(float[] values, int from, int to, OutputRange range, float[] targets) {
        if (targetSeen) {
            toTargets(values, from, to, range, targets);
            return;
        }
        float[] given = Window.of(values, from, to);
        float[] made = Window.blank(to - from);
        toTargets(given, Window.MARGIN, Window.end(to - from), range, made);
        Window.requireUntouched(target, "its values", given, values, from);
        Window.requireWritten(target, "target", made);
        OutputRange declared = targets(range);
        for (int i = Window.MARGIN; i < Window.end(to - from); i++) {
            if (NumberChecks.areModerate(given, i, i + 1) && !NumberChecks.isWithin(declared, made[i])) {
                throw target.fault("gives " + made[i] + " for a value of " + given[i] + "; for values in " + range
                        + " it declares targets in " + declared);
            }
        }
        Window.copyBack(target, "target", made, targets, from);
        targetSeen = true;
    }

    private void toTargets(float[] values, int from, int to, OutputRange range, float[] targets) {
        Slot slot = guard().slot();
        Call outer = slot.enter(target);
        try {
            reconstruction.target(values, from, to, range, targets);
        } catch (Throwable e) {
            throw target.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public void decode(float[] z, int from, int to, float[] reconstructions) {
        if (decodeSeen) {
            toReconstructions(z, from, to, reconstructions);
            return;
        }
        float[] given = Window.of(z, from, to);
        float[] made = Window.blank(to - from);
        toReconstructions(given, Window.MARGIN, Window.end(to - from), made);
        Window.requireUntouched(decode, "its pre-activations", given, z, from);
        Window.requireWritten(decode, "reconstruction", made);
        Window.copyBack(decode, "reconstruction", made, reconstructions, from);
        decodeSeen = true;
    }

    private void toReconstructions(float[] z, int from, int to, float[] reconstructions) {
        Slot slot = guard().slot();
        Call outer = slot.enter(decode);
        try {
            reconstruction.decode(z, from, to, reconstructions);
        } catch (Throwable e) {
            throw decode.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
        return costSeen ? toCost(z, targets, from, to, gradients) : firstCost(z, targets, from, to, gradients);
    }

    private double firstCost(float[] z, float[] targets, int from, int to, float[] gradients) {
        float[] preActivations = Window.of(z, from, to);
        float[] given = Window.of(targets, from, to);
        float[] made = Window.blank(to - from);
        int end = Window.end(to - from);
        double sum = toCost(preActivations, given, Window.MARGIN, end, made);
        Window.requireUntouched(cost, "its pre-activations", preActivations, z, from);
        Window.requireUntouched(cost, "its targets", given, targets, from);
        Window.requireWritten(cost, "gradient", made);
        boolean moderate = NumberChecks.areModerate(preActivations, Window.MARGIN, end)
                && NumberChecks.areModerate(given, Window.MARGIN, end);
        if (moderate && !Double.isFinite(sum)) {
            throw cost.fault("gives " + sum + " for finite pre-activations and targets");
        }
        if (moderate && NumberChecks.firstNotFinite(made, Window.MARGIN, end) >= 0) {
            throw cost.fault("leaves gradients that are not finite, for finite pre-activations and targets");
        }
        Window.copyBack(cost, "gradient", made, gradients, from);
        costSeen = true;
        return sum;
    }

    private double toCost(float[] z, float[] targets, int from, int to, float[] gradients) {
        Slot slot = guard().slot();
        Call outer = slot.enter(cost);
        try {
            return reconstruction.cost(z, targets, from, to, gradients);
        } catch (Throwable e) {
            throw cost.fault(e);
        } finally {
            slot.leave(outer);
        }
    }
}
