package org.rectify.engine.guard;

import java.util.OptionalDouble;
import org.rectify.api.facts.Task;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.Targets;

/** An output layer behind the guard of its output. */
final class GuardedOutputLayer implements OutputLayer, Guarded {

    /** By which the logarithm of a probability may exceed 0. */
    private static final double TOLERANCE = 1e-6;

    private final OutputLayer layer;
    private final Guard guard;
    private final Task task;
    private final int units;
    private final double highest;
    private final Call predict;
    private final Call cost;
    private final Call gradient;
    private final Call target;
    private boolean predictSeen;
    private boolean gradientSeen;

    GuardedOutputLayer(OutputLayer layer, Guard guard) {
        this.layer = layer;
        this.guard = guard;
        this.task = guard.ask("task", layer::task);
        this.units = guard.call("units", layer::units);
        if (units < 1) {
            throw guard.fault("units", "gives " + units + "; it must be at least 1");
        }
        this.highest = task == Task.CLASSIFICATION ? TOLERANCE : Double.MAX_VALUE;
        this.predict = guard.method("predict");
        this.cost = guard.method("cost");
        this.gradient = guard.method("gradient");
        this.target = guard.method("target");
    }

    @Override
    public Object component() {
        return layer;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public void predict(double[] scores, int from) {
        boolean finite = areFinite(scores, from);
        if (predictSeen) {
            tell(scores, from);
        } else {
            double[] window = Window.of(scores, from, units);
            tell(window, Window.MARGIN);
            Window.copyBack(predict, "score", window, scores, from);
            predictSeen = true;
        }
        for (int unit = 0; finite && unit < units; unit++) {
            double prediction = scores[from + unit];
            if (!(prediction <= highest)) {
                throw predict.fault(
                        task == Task.CLASSIFICATION && prediction > highest
                                ? "gives unit " + unit + " a probability above 1, of logarithm " + prediction
                                : "makes the finite score of unit " + unit + " " + prediction);
            }
        }
    }

    private void tell(double[] scores, int from) {
        Slot slot = guard.slot();
        Call outer = slot.enter(predict);
        try {
            layer.predict(scores, from);
        } catch (Throwable e) {
            throw predict.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    private boolean areFinite(double[] numbers, int from) {
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            sum += numbers[from + unit] * 0;
        }
        return sum == 0;
    }

    @Override
    public double cost(double[] predictions, int from, Targets targets, int example) {
        double given;
        Slot slot = guard.slot();
        Call outer = slot.enter(cost);
        try {
            given = layer.cost(predictions, from, targets, example);
        } catch (Throwable e) {
            throw cost.fault(e);
        } finally {
            slot.leave(outer);
        }
        if (!Double.isFinite(given) && areFinite(predictions, from)) {
            throw cost.fault("gives " + given + " for finite predictions");
        }
        return given;
    }

    @Override
    public void gradient(double[] predictions, int from, Targets targets, int example, double[] slopes, int at) {
        if (gradientSeen) {
            differentiate(predictions, from, targets, example, slopes, at);
        } else {
            double[] told = Window.of(predictions, from, units);
            double[] made = Window.blankDoubles(units);
            differentiate(told, Window.MARGIN, targets, example, made, Window.MARGIN);
            Window.requireUntouched(gradient, "its predictions", told, predictions, from);
            Window.requireWritten(gradient, "gradient", made);
            Window.copyBack(gradient, "gradient", made, slopes, at);
            gradientSeen = true;
        }
        if (!areFinite(slopes, at) && areFinite(predictions, from)) {
            throw gradient.fault("gives gradients that are not finite, for finite predictions");
        }
    }

    private void differentiate(double[] predictions, int from, Targets targets, int example, double[] slopes, int at) {
        Slot slot = guard.slot();
        Call outer = slot.enter(gradient);
        try {
            layer.gradient(predictions, from, targets, example, slopes, at);
        } catch (Throwable e) {
            throw gradient.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double target(Targets targets, int example, int unit) {
        double given;
        Slot slot = guard.slot();
        Call outer = slot.enter(target);
        try {
            given = layer.target(targets, example, unit);
        } catch (Throwable e) {
            throw target.fault(e);
        } finally {
            slot.leave(outer);
        }
        if (!Double.isFinite(given)) {
            throw target.fault("gives " + given + " for unit " + unit);
        }
        return given;
    }

    @Override
    public OptionalDouble costOfGuessing() {
        OptionalDouble guessing = guard.ask("costOfGuessing", layer::costOfGuessing);
        if (guessing.isPresent() && !(guessing.getAsDouble() > 0 && Double.isFinite(guessing.getAsDouble()))) {
            throw guard.fault("costOfGuessing", "gives " + guessing.getAsDouble() + "; it must be finite and above 0");
        }
        return guessing;
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
