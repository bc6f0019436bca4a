package org.rectify.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The layout that weights and activations share: columns in panels of eight vectors, rows of a panel after one another.
 *
 * <p>A panel of a thousand rows fits the second-level cache, eight accumulators hide the latency of a multiply-add, and rows
 * of a minibatch lie side by side, where rows of a power of two apart would fall into the same few lines of the first-level
 * cache.
 */
final class Panels {

    /** The widest vectors of the machine. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    static final int LANES = SPECIES.length();

    /** Vectors of a panel's row. */
    static final int VECTORS = 8;

    /** Columns of a panel. */
    static final int WIDTH = VECTORS * LANES;

    /**
     * Where the first panel begins. An array's elements follow a header of 16 bytes: from here on vectors of 64 bytes lie in
     * one cache line each, where the virtual machine aligns arrays to 64 bytes.
     */
    static final int ORIGIN = 12;

    private Panels() {}

    /** How many panels hold so many columns. */
    static int count(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /** Where the n-th row of all begins, when every panel has as many rows. */
    static int at(int row) {
        return ORIGIN + row * WIDTH;
    }

    /** Zeros for so many rows of panels. */
    static float[] allocate(int rows) {
        return new float[Math.addExact(ORIGIN, Math.multiplyExact(rows, WIDTH))];
    }
}
