package org.rectify.plugin.activations;

import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.FloatMath;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/**
 * z where it is positive, depth (e<sup>z / width</sup> - 1) where it is not.
 *
 * <p>With a width of 1 this is the exponential linear unit (Clevert, Unterthiner and Hochreiter 2016). With a width equal to
 * the depth it is the continuously differentiable one (Barron 2017).
 *
 * @param depth how far outputs fall below 0
 * @param width over which pre-activations they fall
 */
record ExponentialLinear(double depth, double width) implements ElementwiseActivation {

    /** How far outputs fall. */
    record Options(
            @Describe(
                    value = "How far outputs fall below 0: they tend to -alpha where z is negative.",
                    defaultsTo = "1",
                    range = "[0.001, 10]")
            double alpha) {

        Options {
            Require.in("alpha", alpha, "[0.001, 10]");
        }
    }

    static ExponentialLinear elu(Options options) {
        return new ExponentialLinear(options.alpha(), 1);
    }

    static ExponentialLinear celu(Options options) {
        return new ExponentialLinear(options.alpha(), options.alpha());
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : depth * Math.expm1(z / width);
    }

    @Override
    public double derivative(double z, double a) {
        return z > 0 ? 1 : (a + depth) / width;
    }

    @Override
    public OutputRange range() {
        return new OutputRange(-depth, Double.POSITIVE_INFINITY);
    }

    @Override
    public void value(float[] z, int from, int to, float[] a) {
        float halfRate = (float) (0.5 / width);
        float twice = (float) (2 * depth);
        for (int i = from; i < to; i++) {
            float x = z[i];
            // e^x - 1 = 2 t / (1 - t) for t = tanh(x / 2), which loses nothing where x is small.
            float t = FloatMath.tanh(halfRate * Math.min(0, x));
            a[i] = Math.max(0, x) + twice * Math.fma(t, t / (1 - t), t);
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        float fall = (float) depth;
        float rate = (float) (1 / width);
        for (int i = from; i < to; i++) {
            float step = UnitStep.of(z[i]);
            float slope = rate * (Math.min(0, a[i]) + fall);
            gradient[i] *= step + (1 - step) * slope;
        }
    }
}
