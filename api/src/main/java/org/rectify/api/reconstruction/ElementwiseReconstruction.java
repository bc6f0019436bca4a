package org.rectify.api.reconstruction;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;

/**
 * A reconstruction that treats each unit by itself.
 *
 * <p>Its author writes {@link #target(double, OutputRange)}, {@link #decode(double)}, {@link #cost(double, double)}, {@link
 * #derivative(double, double)} and the two {@code targets}; the array forms follow. The bulk forms over {@code float[]}
 * ranges, which training calls, may be overridden with faster loops; they must agree with the scalar forms to float precision
 * and allocate nothing.
 *
 * @since 0.1
 */
public interface ElementwiseReconstruction extends Reconstruction {

    /**
     * The target for one value to be rebuilt.
     *
     * @param value within {@code range}, or the opposite of such a value where the layer it comes from is half-negated; NaN
     *     gives NaN
     * @param range of the values without their signs
     * @return within {@link #targets(OutputRange)} of the range, where the range is accepted
     */
    double target(double value, OutputRange range);

    /** The reconstruction of one unit, in the units of the target. */
    double decode(double z);

    /**
     * The cost of one unit; finite for every finite float z, without loss where it is small.
     *
     * @param z pre-activation of the decoder
     * @param target within {@link #targets()}
     */
    double cost(double z, double target);

    /** The derivative of {@link #cost(double, double)} with respect to z. */
    double derivative(double z, double target);

    /**
     * Computes the targets {@code [from, to)}.
     *
     * @param targets overwritten at the same places; may be the same array as {@code values}
     */
    default void target(float[] values, int from, int to, OutputRange range, float[] targets) {
        for (int i = from; i < to; i++) {
            targets[i] = (float) target(values[i], range);
        }
    }

    /**
     * Computes the reconstructions {@code [from, to)}.
     *
     * @param reconstructions overwritten at the same places; may be the same array as {@code z}
     */
    default void decode(float[] z, int from, int to, float[] reconstructions) {
        for (int i = from; i < to; i++) {
            reconstructions[i] = (float) decode((double) z[i]);
        }
    }

    /**
     * Computes the cost of the places {@code [from, to)} and its gradient.
     *
     * @param z pre-activations of the decoder
     * @param targets at the same places; left untouched
     * @param gradients with respect to z, overwritten at the same places; may be the same array as {@code z}
     * @return the cost, summed
     */
    default double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double preActivation = z[i];
            sum += cost(preActivation, targets[i]);
            gradients[i] = (float) derivative(preActivation, targets[i]);
        }
        return sum;
    }

    @Override
    default void target(INDArray values, OutputRange range, INDArray targets) {
        if (Matrices.isDouble(targets)) {
            double[] numbers = Matrices.toDoubles(values);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = target(numbers[i], range);
            }
            Matrices.fill(targets, numbers);
        } else {
            float[] numbers = Matrices.toFloats(values);
            target(numbers, 0, numbers.length, range, numbers);
            Matrices.fill(targets, numbers);
        }
    }

    @Override
    default void decode(INDArray preActivations, INDArray reconstructions) {
        if (Matrices.isDouble(reconstructions)) {
            double[] z = Matrices.toDoubles(preActivations);
            for (int i = 0; i < z.length; i++) {
                z[i] = decode(z[i]);
            }
            Matrices.fill(reconstructions, z);
        } else {
            float[] z = Matrices.toFloats(preActivations);
            decode(z, 0, z.length, z);
            Matrices.fill(reconstructions, z);
        }
    }

    @Override
    default double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
        if (!Matrices.isDouble(gradients)) {
            float[] z = Matrices.toFloats(preActivations);
            double sum = cost(z, Matrices.toFloats(targets), 0, z.length, z);
            Matrices.fill(gradients, z);
            return sum;
        }
        double[] z = Matrices.toDoubles(preActivations);
        double[] t = Matrices.toDoubles(targets);
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += cost(z[i], t[i]);
            z[i] = derivative(z[i], t[i]);
        }
        Matrices.fill(gradients, z);
        return sum;
    }
}
