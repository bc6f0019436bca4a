package org.rectify.engine.backend.vector;

import java.util.Arrays;

/**
 * The Euclidean norm of a layer's weight gradient, without the gradient (item 90).
 *
 * <p>The gradient is the sum over examples of input times delta, so that its squared norm is the sum over pairs of examples
 * of the products of both scalar products.
 */
final class GradientNorm {

    /** Scalar products of inputs; kept, so that a step allocates nothing. */
    private double[] products = new double[0];

    /** The norm for a minibatch of so many examples. */
    double of(ActiveInputs active, PanelMatrix delta, int examples) {
        sumInputProducts(active, examples);
        double sum = 0;
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j <= i; j++) {
                double product = products[i * examples + j];
                if (product != 0) {
                    sum += (i == j ? 1 : 2) * product * product(delta, i, j);
                }
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    private void sumInputProducts(ActiveInputs active, int examples) {
        int pairs = Math.multiplyExact(examples, examples);
        if (products.length < pairs) {
            products = new double[pairs];
        }
        Arrays.fill(products, 0, pairs, 0);
        int[] pairExamples = active.pairExamples();
        float[] values = active.pairValues();
        for (int input = 0; input < active.inputs(); input++) {
            int first = input * active.capacity();
            int end = first + active.pairCounts()[input];
            for (int i = first; i < end; i++) {
                for (int j = first; j <= i; j++) {
                    products[pairExamples[i] * examples + pairExamples[j]] += (double) values[i] * values[j];
                }
            }
        }
    }

    private static double product(PanelMatrix delta, int i, int j) {
        float[] values = delta.values();
        double sum = 0;
        for (int panel = 0; panel < delta.panels(); panel++) {
            int left = delta.at(panel, i);
            int right = delta.at(panel, j);
            for (int unit = 0; unit < Panels.WIDTH; unit++) {
                sum += (double) values[left + unit] * values[right + unit];
            }
        }
        return sum;
    }
}
