package org.rectify.kernels.vector;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ElementwiseActivation;

/**
 * The activation of a hidden layer: panel by panel in place where it is element-wise, through staging arrays where it needs
 * a whole minibatch.
 */
final class LayerActivation {

    private final Activation activation;

    LayerActivation(Activation activation) {
        this.activation = activation;
    }

    /** Whether panels may be done one by one. */
    boolean isElementwise() {
        return activation instanceof ElementwiseActivation;
    }

    /** Outputs of a panel, before the sign mask. */
    void value(PanelMatrix z, PanelMatrix a, int panel, int examples) {
        if (activation instanceof ElementwiseActivation elementwise) {
            elementwise.value(z.values(), z.at(panel, 0), z.at(panel, examples), a.values());
            a.clearPadding(panel, examples);
        }
    }

    /**
     * Multiplies the gradients of a panel by the derivatives.
     *
     * @param gradient with respect to outputs before the sign mask on entry, to pre-activations on return
     */
    void multiplyByDerivative(PanelMatrix z, PanelMatrix a, int panel, int examples, PanelMatrix gradient) {
        if (activation instanceof ElementwiseActivation elementwise) {
            elementwise.multiplyByDerivative(
                    z.values(), a.values(), z.at(panel, 0), z.at(panel, examples), gradient.values());
            gradient.clearPadding(panel, examples);
        }
    }

    /** Outputs of all panels, before the sign mask. */
    void value(PanelMatrix z, PanelMatrix a, int examples) {
        INDArray outputs = a.emptyArray(examples);
        activation.value(z.toArray(examples), outputs);
        a.take(outputs);
    }

    /**
     * Gradients of all panels with respect to pre-activations.
     *
     * @param outputGradient with respect to outputs before the sign mask
     * @param gradient overwritten
     */
    void backward(PanelMatrix z, PanelMatrix a, int examples, PanelMatrix outputGradient, PanelMatrix gradient) {
        INDArray result = gradient.emptyArray(examples);
        activation.backward(z.toArray(examples), a.toArray(examples), outputGradient.toArray(examples), result);
        gradient.take(result);
    }
}
