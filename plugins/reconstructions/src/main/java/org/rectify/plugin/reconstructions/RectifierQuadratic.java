package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;

/**
 * A rectifier decoder and the squared error (paper, section 3.2; items 42 and 43).
 *
 * <p>Where the decoder is silent and its target positive, the gradient is exactly 0: the unit does not recover.
 */
record RectifierQuadratic() implements UnsignedTargets {

    @Override
    public OutputRange targets() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public double decode(double z) {
        return Math.max(0, z);
    }

    @Override
    public double cost(double z, double target) {
        double error = Math.max(0, z) - target;
        return error * error;
    }

    @Override
    public double derivative(double z, double target) {
        return z <= 0 ? 0 : 2 * (z - target);
    }

    @Override
    public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            float error = Math.max(0, z[i]) - targets[i];
            sum += (double) error * error;
            gradients[i] = z[i] <= 0 ? 0 : 2 * error;
        }
        return sum;
    }
}
