package org.rectify.engine.guard;

import org.rectify.api.activation.ElementwiseActivation;

/** An element-wise activation behind its guard. */
final class GuardedElementwiseActivation extends GuardedActivation implements ElementwiseActivation {

    private final ElementwiseActivation activation;
    private final Call value;
    private final Call derivative;
    private final Call multiplyByDerivative;
    private boolean valueSeen;
    private boolean derivativeSeen;

    GuardedElementwiseActivation(ElementwiseActivation activation, Guard guard) {
        super(activation, guard);
        this.activation = activation;
        this.value = guard.method("value");
        this.derivative = guard.method("derivative");
        this.multiplyByDerivative = guard.method("multiplyByDerivative");
    }

    @Override
    public double value(double z) {
        Slot slot = guard().slot();
        Call outer = slot.enter(value);
        try {
            return activation.value(z);
        } catch (Throwable e) {
            throw value.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public double derivative(double z, double a) {
        Slot slot = guard().slot();
        Call outer = slot.enter(derivative);
        try {
            return activation.derivative(z, a);
        } catch (Throwable e) {
            throw derivative.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        if (!valueSeen) {
            firstValue(z, from, to, a);
            return;
        }
        compute(z, from, to, a);
        int place = NumberChecks.firstNotFinite(a, from, to);
        if (place >= 0 && NumberChecks.areModerate(z, from, to)) {
            throw value.fault("gives " + a[place] + " for a pre-activation of " + z[place]);
        }
    }

    private void compute(float[] z, int from, int to, float[] a) {
        Slot slot = guard().slot();
        Call outer = slot.enter(value);
        try {
            activation.value(z, from, to, a);
        } catch (Throwable e) {
            throw value.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    private void firstValue(float[] z, int from, int to, float[] a) {
        float[] preActivations = Window.of(z, from, to);
        float[] outputs = Window.blank(to - from);
        compute(preActivations, Window.MARGIN, Window.end(to - from), outputs);
        Window.requireUntouched(value, "its pre-activations", preActivations, z, from);
        Window.requireWritten(value, "output", outputs);
        requireOutputs(preActivations, outputs, Window.end(to - from));
        Window.copyBack(value, "output", outputs, a, from);
        valueSeen = true;
    }

    private void requireOutputs(float[] z, float[] a, int end) {
        for (int i = Window.MARGIN; i < end; i++) {
            if (NumberChecks.areModerate(z, i, i + 1)) {
                if (!Float.isFinite(a[i])) {
                    throw value.fault("gives " + a[i] + " for a pre-activation of " + z[i]);
                }
                if (!NumberChecks.isWithin(range(), a[i])) {
                    throw value.fault("gives " + a[i] + " for a pre-activation of " + z[i]
                            + ", but the range it declares is " + range());
                }
            }
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        if (!derivativeSeen) {
            firstDerivative(z, a, from, to, gradient);
            return;
        }
        boolean finite = NumberChecks.firstNotFinite(gradient, from, to) < 0;
        multiply(z, a, from, to, gradient);
        int place = finite ? NumberChecks.firstNotFinite(gradient, from, to) : -1;
        // A finite gradient may overflow, but not become NaN.
        if (place >= 0 && Float.isNaN(gradient[place]) && NumberChecks.isModerate(z[place])) {
            throw multiplyByDerivative.fault(
                    "gives NaN for a pre-activation of " + z[place] + " and a finite gradient");
        }
    }

    private void multiply(float[] z, float[] a, int from, int to, float[] gradient) {
        Slot slot = guard().slot();
        Call outer = slot.enter(multiplyByDerivative);
        try {
            activation.multiplyByDerivative(z, a, from, to, gradient);
        } catch (Throwable e) {
            throw multiplyByDerivative.fault(e);
        } finally {
            slot.leave(outer);
        }
    }

    private void firstDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        float[] preActivations = Window.of(z, from, to);
        float[] outputs = Window.of(a, from, to);
        float[] gradients = Window.of(gradient, from, to);
        int end = Window.end(to - from);
        multiply(preActivations, outputs, Window.MARGIN, end, gradients);
        Window.requireUntouched(multiplyByDerivative, "its pre-activations", preActivations, z, from);
        Window.requireUntouched(multiplyByDerivative, "its outputs", outputs, a, from);
        for (int i = Window.MARGIN; i < end; i++) {
            boolean moderate = NumberChecks.areModerate(z, from + i - Window.MARGIN, from + i - Window.MARGIN + 1)
                    && NumberChecks.areModerate(gradient, from + i - Window.MARGIN, from + i - Window.MARGIN + 1);
            if (moderate && !Float.isFinite(gradients[i])) {
                throw multiplyByDerivative.fault("gives " + gradients[i] + " for a pre-activation of "
                        + preActivations[i] + " and a gradient of " + gradient[from + i - Window.MARGIN]);
            }
        }
        Window.copyBack(multiplyByDerivative, "gradient", gradients, gradient, from);
        derivativeSeen = true;
    }
}
