package org.rectify.testkit;

import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.ElementwiseReconstruction;

/**
 * An element-wise reconstruction whose parts a test replaces by wrong ones; as it is, a linear decoder and half the
 * squared error.
 */
class Square implements ElementwiseReconstruction {

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
        return (z - target) * (z - target) / 2;
    }

    @Override
    public double derivative(double z, double target) {
        return z - target;
    }
}
