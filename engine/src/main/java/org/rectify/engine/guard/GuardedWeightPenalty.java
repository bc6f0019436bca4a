package org.rectify.engine.guard;

import org.rectify.api.optimizer.Parameter;
import org.rectify.api.penalty.WeightPenalty;

/** A penalty on weights behind its guard. */
final class GuardedWeightPenalty implements WeightPenalty, Guarded {

    private final WeightPenalty penalty;
    private final Guard guard;
    private final Call appliesTo;
    private final Call value;
    private final Call derivative;
    private final Call addDerivative;
    private boolean seen;

    GuardedWeightPenalty(WeightPenalty penalty, Guard guard) {
        this.penalty = penalty;
        this.guard = guard;
        this.appliesTo = guard.method("appliesTo");
        this.value = guard.method("value");
        this.derivative = guard.method("derivative");
        this.addDerivative = guard.method("addDerivative");
    }

    @Override
    public Object component() {
        return penalty;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public boolean appliesTo(Parameter parameter) {
        Slot slot = guard.slot();
        Call outer = slot.enter(appliesTo);
        try {
            return penalty.appliesTo(parameter);
        } catch (Throwable e) {
            throw appliesTo.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double value(Parameter parameter, double weight) {
        double cost;
        Slot slot = guard.slot();
        Call outer = slot.enter(value);
        try {
            cost = penalty.value(parameter, weight);
        } catch (Throwable e) {
            throw value.fault(e);
        } finally {
            slot.leave(outer);
        }
        return required(value, cost, parameter, weight);
    }

    @Override
    public double derivative(Parameter parameter, double weight) {
        double slope;
        Slot slot = guard.slot();
        Call outer = slot.enter(derivative);
        try {
            slope = penalty.derivative(parameter, weight);
        } catch (Throwable e) {
            throw derivative.fault(e);
        } finally {
            slot.leave(outer);
        }
        return required(derivative, slope, parameter, weight);
    }

    private static double required(Call call, double given, Parameter parameter, double weight) {
        if (!Double.isFinite(given) && NumberChecks.isModerate(weight)) {
            throw call.fault("gives " + given + " for " + weight + ", one of " + parameter.name());
        }
        return given;
    }

    @Override
    public double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
        double cost =
                seen ? add(parameter, weights, from, to, gradients) : addFirst(parameter, weights, from, to, gradients);
        if (!Double.isFinite(cost) && NumberChecks.areModerate(weights, from, to)) {
            throw addDerivative.fault("gives a cost of " + cost + " for finite " + parameter.name());
        }
        int place = NumberChecks.firstNotFinite(gradients, from, to);
        if (place >= 0) {
            // Which of the two gradients left the finite numbers: this one tells for itself.
            double unused = derivative(parameter, weights[place]);
        }
        return cost;
    }

    private double addFirst(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
        float[] numbers = Window.of(weights, from, to);
        float[] sums = Window.of(gradients, from, to);
        int end = Window.end(to - from);
        double cost = add(parameter, numbers, Window.MARGIN, end, sums);
        Window.requireUntouched(addDerivative, "its weights", numbers, weights, from);
        Window.copyBack(addDerivative, "gradient", sums, gradients, from);
        seen = true;
        return cost;
    }

    private double add(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
        Slot slot = guard.slot();
        Call outer = slot.enter(addDerivative);
        try {
            return penalty.addDerivative(parameter, weights, from, to, gradients);
        } catch (Throwable e) {
            throw addDerivative.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
