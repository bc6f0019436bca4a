package org.rectify.kernels.vector;

import java.util.Arrays;

/** Shrinks the weights into each unit to a norm at most (Srivastava et al., 2014). */
final class MaxNorm {

    private final float most;
    private final double[] squares = new double[Panels.WIDTH];

    /**
     * @param most the Euclidean norm of the weights into a unit, above 0
     */
    MaxNorm(double most) {
        this.most = (float) most;
    }

    /** Shrinks the units of a panel that exceed it. */
    void limit(PackedWeights weights, int panel) {
        int width = weights.width();
        float[] values = weights.weights();
        Arrays.fill(squares, 0);
        for (int input = 0; input < weights.inputs(); input++) {
            int row = weights.at(panel, input);
            for (int unit = 0; unit < width; unit++) {
                squares[unit] += (double) values[row + unit] * values[row + unit];
            }
        }
        for (int unit = 0; unit < width; unit++) {
            double norm = Math.sqrt(squares[unit]);
            if (norm > most) {
                float factor = (float) (most / norm);
                for (int input = 0; input < weights.inputs(); input++) {
                    values[weights.at(panel, input) + unit] *= factor;
                }
            }
        }
    }
}
