package org.rectify.report;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.api.component.Describe;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Experiments;

/**
 * The activations that figures 1 and 2 draw, as plugins compute them (item 69).
 *
 * @param leakyIntegrateAndFire the firing rate of section 2.1
 * @param sigmoid the logistic sigmoid
 * @param tanh the hyperbolic tangent
 * @param rectifier max(0, x)
 * @param softplus its smooth version
 */
public record DrawnFunctions(
        @Describe("Figure 1, left.") Activation leakyIntegrateAndFire,
        @Describe("Figure 1, right.") Activation sigmoid,
        @Describe("Figure 1, right.") Activation tanh,
        @Describe("Figure 2.") Activation rectifier,
        @Describe("Figure 2, right.") Activation softplus) {

    private static final String SETTINGS = "org/rectify/report/functions.conf";

    /**
     * Those of plugins.
     *
     * @throws RectifyException when a plugin that brings one of them is missing
     */
    public static DrawnFunctions of(ComponentRegistry registry) {
        return Experiments.bundled(DrawnFunctions.class, SETTINGS, List.of(), registry, Path.of(""));
    }

    /** An activation as a function of one number. */
    static DoubleUnaryOperator function(Activation activation) {
        if (activation instanceof ElementwiseActivation elementwise) {
            return elementwise::value;
        }
        throw new RectifyException(
                Category.PLUGIN,
                "the activation " + activation + " cannot be drawn: it does not map each number by itself");
    }
}
