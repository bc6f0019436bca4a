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
     * Activations.elementwise("elu", z -> z > 0 ? z : Math.expm1(z), (z, a) -> z > 0 ? 1 : a + 1)
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
