package org.rectify.plugin.activations;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;

/**
 * Two rectifiers of each pre-activation, {@code max(0, z)} and {@code max(0, -z)}, which share its weights and bias (paper,
 * section 3.1; item 10).
 *
 * <p>A layer of n units has 2n outputs: the n rectifiers of z, then the n rectifiers of -z. A pre-activation's gradient is the
 * sum over both.
 */
record RectifierPair() implements Activation {

    @Override
    public int outputs(int units) {
        return Math.multiplyExact(2, units);
    }

    @Override
    public void value(INDArray preActivations, INDArray outputs) {
        double[] z = Matrices.toDoubles(preActivations);
        int units = preActivations.columns();
        double[] a = new double[2 * z.length];
        for (int i = 0; i < z.length; i++) {
            int positive = positive(i, units);
            a[positive] = Math.max(0, z[i]);
            a[positive + units] = Math.max(0, -z[i]);
        }
        Matrices.fill(outputs, a);
    }

    @Override
    public void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
        double[] z = Matrices.toDoubles(preActivations);
        double[] outputGradient = Matrices.toDoubles(outputGradients);
        int units = preActivations.columns();
        double[] gradient = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            int positive = positive(i, units);
            gradient[i] = z[i] > 0 ? outputGradient[positive] : z[i] < 0 ? -outputGradient[positive + units] : 0;
        }
        Matrices.fill(gradients, gradient);
    }

    /** Where the rectifier of z lies among the outputs, for the i-th pre-activation in row order. */
    private static int positive(int i, int units) {
        return i / units * 2 * units + i % units;
    }

    @Override
    public OutputRange range() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public boolean silentAtZero() {
        return true;
    }
}
