package org.rectify.testkit;

import java.util.function.DoubleUnaryOperator;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;

/** An element-wise activation whose parts a test replaces by wrong ones; as it is, the rectifier. */
class Curve implements ElementwiseActivation {

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator derivative;

    Curve() {
        this(z -> Math.max(0, z), z -> z > 0 ? 1 : 0);
    }

    Curve(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        this.value = value;
        this.derivative = derivative;
    }

    @Override
    public double value(double z) {
        return value.applyAsDouble(z);
    }

    @Override
    public double derivative(double z, double a) {
        return derivative.applyAsDouble(z);
    }

    @Override
    public OutputRange range() {
        return OutputRange.NON_NEGATIVE;
    }

    @Override
    public boolean silentAtZero() {
        return true;
    }
}
