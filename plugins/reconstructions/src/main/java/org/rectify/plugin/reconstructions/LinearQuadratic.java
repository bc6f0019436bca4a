package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.ElementwiseReconstruction;

/** A linear decoder and the squared error, which rebuild values with their signs (paper, section 3.2; item 43). */
record LinearQuadratic() implements ElementwiseReconstruction {

    @Override
    public OutputRange targets() {
        return OutputRange.REAL;
    }

    @Override
    public double target(double value, OutputRange range) {
        return value;
    }

    @Override
    public double decode(double z) {
        return z;
    }

    @Override
    public double cost(double z, double target) {
        return (z - target) * (z - target);
    }

    @Override
    public double derivative(double z, double target) {
        return 2 * (z - target);
    }

    @Override
    public void target(float[] values, int from, int to, OutputRange range, float[] targets) {
        System.arraycopy(values, from, targets, from, to - from);
    }

    @Override
    public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            float error = z[i] - targets[i];
            sum += (double) error * error;
            gradients[i] = 2 * error;
        }
        return sum;
    }
}
