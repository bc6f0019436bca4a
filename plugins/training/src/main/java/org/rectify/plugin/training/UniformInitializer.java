package org.rectify.plugin.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;

/**
 * Weights drawn uniformly and independently from an interval around zero (paper, section 4.1; item 15).
 *
 * <p>Weights of 32 and of 64 bits take the same numbers from the stream and differ by rounding alone.
 *
 * @param bound half the width of the interval; no weight lies beyond it, rounding included
 */
record UniformInitializer(Bound bound) implements Initializer {

    /** Half the width of the interval, by the size of the layer. */
    @FunctionalInterface
    interface Bound {

        /** A positive number for a layer of so many inputs and units. */
        double of(long fanIn, long fanOut);
    }

    @Override
    public void fill(INDArray weights, RandomStream random) {
        double limit = bound.of(weights.rows(), weights.columns());
        int length = Math.toIntExact(weights.length());
        if (Matrices.isDouble(weights)) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = draw(limit, random);
            }
            Matrices.fill(weights, values);
        } else {
            float[] values = new float[length];
            float floatLimit = towardsZero(limit);
            for (int i = 0; i < length; i++) {
                values[i] = Math.max(-floatLimit, Math.min(floatLimit, (float) draw(limit, random)));
            }
            Matrices.fill(weights, values);
        }
    }

    /** The factor in front is exact and lies in [-1, 1), so the product cannot pass the limit. */
    private static double draw(double limit, RandomStream random) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    private static float towardsZero(double positive) {
        float nearest = (float) positive;
        return nearest > positive ? Math.nextDown(nearest) : nearest;
    }
}
