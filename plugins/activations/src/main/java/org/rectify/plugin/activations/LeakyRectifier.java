package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * The rectifier with a small slope where it is silent: max(z, slope z) (Maas, Hannun and Ng 2013).
 *
 * @param slope at most 1
 */
record LeakyRectifier(double slope) implements ElementwiseActivation {

    /** How much it leaks. */
    record Options(
            @Describe(value = "The slope where z is not positive.", defaultsTo = "0.01", range = "[1e-6, 1]")
            double slope) {

        Options {
            Require.in("slope", slope, "[1e-6, 1]");
        }
    }

    LeakyRectifier(Options options) {
        this(options.slope());
    }

    @Override
    public double value(double z) {
        return Math.max(z, slope * z);
    }

    @Override
    public double derivative(double z, double a) {
        return z > 0 ? 1 : slope;
    }

    @Override
    public OutputRange range() {
        return OutputRange.REAL;
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        float leak = (float) slope;
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], leak * z[i]);
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        float leak = (float) slope;
        for (int i = from; i < to; i++) {
            gradient[i] *= Math.max(leak, UnitStep.of(z[i]));
        }
    }
}
