package org.rectify.api.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A sequence of random numbers: Philox 4x64 with a key for its name and a counter that starts at its index.
 *
 * @since 0.1
 */
public final class RandomStream {

    private final UniformRandomProvider philox;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    RandomStream(long key0, long key1, long index) {
        philox = RandomSource.PHILOX_4X64.create(new long[] {key0, key1, 0, 0, 0, index});
        gaussian = ZigguratSampler.NormalizedGaussian.of(philox);
    }

    /** Uniform over all 64-bit numbers. */
    public long nextLong() {
        return philox.nextLong();
    }

    /** Uniform over {@code 0 .. bound - 1}; {@code bound} must be positive. */
    public int nextInt(int bound) {
        return philox.nextInt(bound);
    }

    /** Uniform in [0, 1), a multiple of 2<sup>-53</sup>. */
    public double nextDouble() {
        return philox.nextDouble();
    }

    /** Uniform in [lowest, highest). */
    public double nextDouble(double lowest, double highest) {
        return lowest + (highest - lowest) * philox.nextDouble();
    }

    /** Uniform in [0, 1), a multiple of 2<sup>-24</sup>. */
    public float nextFloat() {
        return philox.nextFloat();
    }

    /** True half of the time. */
    public boolean nextBoolean() {
        return philox.nextBoolean();
    }

    /** From the normal distribution of mean 0 and standard deviation 1. */
    public double nextGaussian() {
        return gaussian.sample();
    }

    /** Puts the elements into a random order, each order equally likely. */
    public void shuffle(int[] elements) {
        for (int i = elements.length - 1; i > 0; i--) {
            int j = philox.nextInt(i + 1);
            int swapped = elements[i];
            elements[i] = elements[j];
            elements[j] = swapped;
        }
    }
}
