package org.rectify.engine.analysis;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.array.OutputRange;

/** The smooth activations that rectifiers are compared with, in 64-bit arithmetic. */
record SmoothFunction(OutputRange range, DoubleUnaryOperator function, DoubleBinaryOperator slope)
        implements ElementwiseActivation {

    /** The hyperbolic tangent. */
    static final SmoothFunction TANH =
            new SmoothFunction(OutputRange.SIGNED_UNIT_INTERVAL, Math::tanh, (z, a) -> 1 - a * a);

    /** The logistic sigmoid. */
    static final SmoothFunction SIGMOID =
            new SmoothFunction(OutputRange.UNIT_INTERVAL, z -> 1 / (1 + Math.exp(-z)), (z, a) -> a * (1 - a));

    /** The softplus. */
    static final SmoothFunction SOFTPLUS = new SmoothFunction(
            OutputRange.NON_NEGATIVE,
            z -> Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
            (z, a) -> 1 / (1 + Math.exp(-z)));

    @Override
    public double value(double z) {
        return function.applyAsDouble(z);
    }

    @Override
    public double derivative(double z, double a) {
        return slope.applyAsDouble(z, a);
    }
}
