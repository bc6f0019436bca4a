package org.rectify.plugin.reconstructions;

import org.rectify.api.array.OutputRange;

/** Strategy 1: a softplus decoder and the squared error, without a factor 1/2 (paper, section 3.2; items 40 and 44). */
record SoftplusQuadratic() implements UnsignedTargets {

    @Override
    public OutputRange targets() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public double decode(double z) {
        return Exponentials.softplus(z);
    }

    @Override
    public double cost(double z, double target) {
        double error = Exponentials.softplus(z) - target;
        return error * error;
    }

    @Override
    public double derivative(double z, double target) {
        return 2 * (Exponentials.softplus(z) - target) * Exponentials.sigmoid(z);
    }

    @Override
    public void decode(float[] z, int from, int to, float[] reconstructions) {
        for (int i = from; i < to; i++) {
            reconstructions[i] = Exponentials.softplus(z[i]);
        }
    }

    /** Softplus and sigmoid, of one exponential. */
    @Override
    public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            float power = Exponentials.exp(-Math.abs(z[i]));
            float error = Math.max(z[i], 0) + Exponentials.log1p(power) - targets[i];
            sum += (double) error * error;
            gradients[i] = 2 * error * (z[i] > 0 ? 1 : power) / (1 + power);
        }
        return sum;
    }
}
