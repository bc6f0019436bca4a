package org.rectify.kernels.vector;

import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * A layer as the backend lays it out, and what comes to it from either side in a minibatch.
 *
 * @param x inputs
 * @param active the same, without zeros
 * @param z pre-activations
 * @param delta gradient with respect to them
 * @param inputGradient gradient with respect to the inputs
 */
record MeasuredLayer(
        PackedWeights weights,
        PanelMatrix x,
        ActiveInputs active,
        PanelMatrix z,
        PanelMatrix delta,
        PanelMatrix inputGradient) {

    /** A small step. */
    static final float RATE = 1e-3f;

    /** A hidden layer. */
    static MeasuredLayer wide(LayerShape shape, int minibatch, double active) {
        return of(PackedWeights.wide(shape.inputs(), shape.units()), minibatch, active);
    }

    /** An output layer. */
    static MeasuredLayer narrow(LayerShape shape, int minibatch, double active) {
        return of(PackedWeights.narrow(shape.inputs(), shape.units()), minibatch, active);
    }

    private static MeasuredLayer of(PackedWeights weights, int minibatch, double active) {
        int inputs = weights.inputs();
        int units = weights.units();
        drawWeights(weights);
        PanelMatrix x = matrix(minibatch, inputs, active);
        ActiveInputs listed = ActiveInputs.forLearning(inputs, minibatch, false);
        for (int block = 0; block < listed.blocks(); block++) {
            listed.collect(block, x, minibatch);
        }
        return new MeasuredLayer(
                weights,
                x,
                listed,
                new PanelMatrix(minibatch, units),
                matrix(minibatch, units, 1),
                new PanelMatrix(minibatch, inputs));
    }

    private static void drawWeights(PackedWeights weights) {
        RandomStream random = new RandomStreams(1).stream("weights");
        for (int panel = 0; panel < weights.panels(); panel++) {
            int used = Math.min(weights.width(), weights.units() - panel * weights.width());
            for (int input = 0; input < weights.inputs(); input++) {
                int row = weights.at(panel, input);
                for (int unit = 0; unit < used; unit++) {
                    weights.weights()[row + unit] = random.nextFloat() - 0.5f;
                }
            }
        }
    }

    private static PanelMatrix matrix(int minibatch, int columns, double active) {
        PanelMatrix matrix = new PanelMatrix(minibatch, columns);
        float[] rows = new DrawnInputs(columns, minibatch, active).rows();
        for (int panel = 0; panel < matrix.panels(); panel++) {
            matrix.take(panel, minibatch, rows);
        }
        return matrix;
    }
}
