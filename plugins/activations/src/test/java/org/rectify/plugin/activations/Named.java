package org.rectify.plugin.activations;

import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;
import org.rectify.testkit.Components;

/** Activations as experiments get them: by name, with default options. */
final class Named {

    private Named() {}

    static Activation of(String name) {
        return Components.make(new ActivationsPlugin().activations(), name);
    }

    static ElementwiseActivation elementwise(String name) {
        return (ElementwiseActivation) of(name);
    }

    /** The output through the engine's 32-bit path. */
    static float floatValue(ElementwiseActivation activation, float z) {
        float[] a = new float[1];
        activation.value(new float[] {z}, 0, 1, a);
        return a[0];
    }

    /** The derivative through the engine's 32-bit path. */
    static float floatDerivative(ElementwiseActivation activation, float z) {
        float[] gradient = {1};
        activation.multiplyByDerivative(new float[] {z}, new float[] {floatValue(activation, z)}, 0, 1, gradient);
        return gradient[0];
    }
}
