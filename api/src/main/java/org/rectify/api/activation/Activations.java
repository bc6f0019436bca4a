package org.rectify.api.activation;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.array.OutputRange;

/**
 * Short ways to write an activation.
 *
 * @since 0.1
 */
public final class Activations {

    private Activations() {}

    /**
     * An activation without options from two functions.
     *
     * <pre>{@code
     * Activations.elementwise("square-plus", z -> (z + Math.sqrt(z * z + 4)) / 2, (z, a) -> a / Math.sqrt(z * z + 4))
     * }</pre>
     *
     * @param name kebab-case, unique among activations
     * @param value the output for a pre-activation z
     * @param derivative the derivative for a pre-activation z and its output a
     */
    public static FunctionActivationFactory elementwise(
            String name, DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
        return new FunctionActivationFactory(name, "", "", OutputRange.REAL, false, value, derivative);
    }
}
