package org.rectify.kernels;

import org.rectify.api.random.RandomStream;

/**
 * What the outputs of a layer are multiplied by in one step: zero where they are left out, one over the fraction kept elsewhere,
 * so that their expectation stays (Srivastava et al., 2014, inverted scaling).
 */
public final class DropoutMask {

    private final float rate;
    private final int outputs;
    private final float[] factors;

    /**
     * @param rate the fraction left out, in (0, 1)
     * @param capacity examples at most
     */
    public DropoutMask(double rate, int outputs, int capacity) {
        this.rate = (float) rate;
        this.outputs = outputs;
        this.factors = new float[Math.multiplyExact(capacity, outputs)];
    }

    /** Draws the mask of a minibatch, example after example. */
    public void draw(RandomStream stream, int examples) {
        float kept = 1 / (1 - rate);
        for (int i = 0; i < examples * outputs; i++) {
            factors[i] = stream.nextFloat() < rate ? 0 : kept;
        }
    }

    /** The factors, row after row; the array itself. */
    public float[] factors() {
        return factors;
    }
}
