package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.LANES;
import static org.rectify.kernels.vector.Panels.SPECIES;
import static org.rectify.kernels.vector.Panels.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The Euclidean norm of a layer's weight gradient, without the gradient (item 90).
 *
 * <p>The gradient is the sum over examples of input times delta, so that its squared norm is the sum over pairs of examples
 * of the products of both scalar products.
 */
final class GradientNorm {

    /** The scalar products of one example's inputs with those of each example up to itself. */
    private final double[] products;

    private final float[] parts = new float[LANES];

    /**
     * @param capacity examples at most
     */
    GradientNorm(int capacity) {
        products = new double[capacity];
    }

    /** The norm for a minibatch of so many examples. */
    double of(ActiveInputs active, PanelMatrix delta, int examples) {
        double sum = 0;
        for (int i = 0; i < examples; i++) {
            findProducts(active, i);
            for (int j = 0; j <= i; j++) {
                double product = products[j];
                if (product != 0) {
                    sum += (i == j ? 1 : 2) * product * product(delta, i, j);
                }
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    private void findProducts(ActiveInputs active, int example) {
        Arrays.fill(products, 0, example + 1, 0);
        int[] columns = active.columns();
        float[] values = active.values();
        for (int block = 0; block < active.blocks(); block++) {
            int end = active.end(block, example, ActiveInputs.PARTS - 1);
            for (int entry = active.slot(block, example); entry < end; entry++) {
                addProducts(active, columns[entry], values[entry], example);
            }
        }
    }

    private void addProducts(ActiveInputs active, int input, double value, int lastExample) {
        int[] examples = active.pairExamples();
        float[] values = active.pairValues();
        int first = input * active.capacity();
        int end = first + active.pairCounts()[input];
        for (int pair = first; pair < end && examples[pair] <= lastExample; pair++) {
            products[examples[pair]] += value * values[pair];
        }
    }

    private double product(PanelMatrix delta, int i, int j) {
        float[] values = delta.values();
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int panel = 0; panel < delta.panels(); panel++) {
            int left = delta.at(panel, i);
            int right = delta.at(panel, j);
            for (int unit = 0; unit < WIDTH; unit += LANES) {
                sum = FloatVector.fromArray(SPECIES, values, left + unit)
                        .fma(FloatVector.fromArray(SPECIES, values, right + unit), sum);
            }
        }
        sum.intoArray(parts, 0);
        double total = 0;
        for (float part : parts) {
            total += part;
        }
        return total;
    }
}
