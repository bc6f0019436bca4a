package org.rectify.plugin.pretraining;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.reconstruction.CodeScaling;

/** Divides a trained layer's parameters, for good, so that its codes of the training set lie in [0, 1] (item 41). */
final class CodeRescaling {

    private static final double[] POINTS = {-3, -0.7, 0, 0.1, 0.9, 2.5};

    private CodeRescaling() {}

    /** Whether dividing parameters divides outputs: f(c z) = c f(z) for c above 0 (item 22). */
    static boolean isPossible(Activation activation) {
        if (!(activation instanceof ElementwiseActivation elementwise)) {
            return false;
        }
        for (double z : POINTS) {
            double scaled = elementwise.value(4 * z);
            if (!(Math.abs(scaled - 4 * elementwise.value(z)) <= 1e-6 * (1 + Math.abs(scaled)))) {
                return false;
            }
        }
        return true;
    }

    /** Divides by the largest output, of the layer or of each unit; a dead layer or unit is left alone. */
    static void rescale(PretrainingStack stack, int layer, CodeScaling scaling) {
        if (scaling == CodeScaling.NONE) {
            return;
        }
        float[] divisors = largestMagnitudes(stack.outputs(layer));
        if (scaling == CodeScaling.LAYER) {
            float largest = 0;
            for (float divisor : divisors) {
                largest = Math.max(largest, divisor);
            }
            Arrays.fill(divisors, largest);
        }
        for (int unit = 0; unit < divisors.length; unit++) {
            divisors[unit] = divisors[unit] == 0 ? 1 : divisors[unit];
        }
        INDArray row = Nd4j.createFromArray(divisors).reshape(1, divisors.length);
        stack.replace(
                layer,
                stack.weights(layer).diviRowVector(row),
                stack.biases(layer).divi(row));
    }

    private static float[] largestMagnitudes(Features outputs) {
        float[] largest = new float[outputs.columns()];
        float[] row = new float[outputs.columns()];
        if (outputs instanceof DenseFeatures dense) {
            for (int example = 0; example < dense.rows(); example++) {
                dense.copyRow(example, row, 0);
                for (int unit = 0; unit < row.length; unit++) {
                    largest[unit] = Math.max(largest[unit], Math.abs(row[unit]));
                }
            }
        }
        return largest;
    }
}
