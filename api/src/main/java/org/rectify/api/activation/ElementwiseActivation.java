package org.rectify.api.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;

/**
 * An activation that maps each pre-activation by itself.
 *
 * <p>Its author writes {@link #value(double)}, {@link #derivative(double, double)} and {@link #range()}; the array forms
 * follow. The bulk forms over {@code float[]} may be overridden with loops the compiler vectorises; they must agree with
 * the scalar forms to float precision.
 *
 * @since 0.1
 */
public interface ElementwiseActivation extends Activation {

    /**
     * The output of one unit.
     *
     * @param z pre-activation; NaN gives NaN
     */
    double value(double z);

    /**
     * The derivative of the output with respect to the pre-activation.
     *
     * @param z pre-activation
     * @param a the output, {@code value(z)}: often all that is needed
     */
    double derivative(double z, double a);

    /**
     * Computes the outputs {@code [from, to)}.
     *
     * @param z pre-activations
     * @param a outputs, overwritten at the same places; may be the same array as {@code z}
     */
    default void value(float[] z, int from, int to, float[] a) {
        for (int i = from; i < to; i++) {
            a[i] = (float) value((double) z[i]);
        }
    }

    /**
     * Multiplies the gradients {@code [from, to)} by the derivatives at the same places.
     *
     * @param z pre-activations
     * @param a their outputs
     * @param gradient with respect to the outputs on entry, to the pre-activations on return
     */
    default void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
        for (int i = from; i < to; i++) {
            gradient[i] *= (float) derivative(z[i], a[i]);
        }
    }

    @Override
    default void value(INDArray preActivations, INDArray outputs) {
        if (Matrices.isDouble(outputs)) {
            double[] z = Matrices.toDoubles(preActivations);
            for (int i = 0; i < z.length; i++) {
                z[i] = value(z[i]);
            }
            Matrices.fill(outputs, z);
        } else {
            float[] z = Matrices.toFloats(preActivations);
            value(z, 0, z.length, z);
            Matrices.fill(outputs, z);
        }
    }

    @Override
    default void backward(INDArray preActivations, INDArray outputs, INDArray outputGradients, INDArray gradients) {
        if (Matrices.isDouble(gradients)) {
            double[] z = Matrices.toDoubles(preActivations);
            double[] a = Matrices.toDoubles(outputs);
            double[] gradient = Matrices.toDoubles(outputGradients);
            for (int i = 0; i < z.length; i++) {
                gradient[i] *= derivative(z[i], a[i]);
            }
            Matrices.fill(gradients, gradient);
        } else {
            float[] gradient = Matrices.toFloats(outputGradients);
            multiplyByDerivative(
                    Matrices.toFloats(preActivations), Matrices.toFloats(outputs), 0, gradient.length, gradient);
            Matrices.fill(gradients, gradient);
        }
    }
}
