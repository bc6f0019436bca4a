package org.rectify.engine.backend.vector;

import java.util.Arrays;
import org.rectify.engine.network.HiddenLayer;

/** What one hidden layer computes for a minibatch, in arrays made once. */
final class HiddenPass {

    private final HiddenLayer layer;
    private final LayerActivation activation;
    private final float[] signs;
    private final PanelMatrix z;
    private final PanelMatrix a;
    private final PanelMatrix h;

    /**
     * @param capacity examples at most
     */
    HiddenPass(HiddenLayer layer, int capacity) {
        this.layer = layer;
        this.activation = new LayerActivation(layer.activation());
        this.signs = Arrays.copyOf(layer.signs().toArray(), Panels.count(layer.outputs()) * Panels.WIDTH);
        this.z = new PanelMatrix(capacity, layer.units());
        this.a = new PanelMatrix(capacity, layer.outputs());
        this.h = layer.signs().allPositive() ? a : new PanelMatrix(capacity, layer.outputs());
    }

    HiddenLayer layer() {
        return layer;
    }

    LayerActivation activation() {
        return activation;
    }

    /** Pre-activations. */
    PanelMatrix z() {
        return z;
    }

    /** Outputs before the sign mask. */
    PanelMatrix a() {
        return a;
    }

    /** Whether the sign mask changes anything. */
    boolean isSigned() {
        return h != a;
    }

    /** The sign of each output, padded. */
    float[] signs() {
        return signs;
    }

    /** Outputs after the sign mask, where {@link #sign} has given them their signs. */
    PanelMatrix h() {
        return h;
    }

    /** Gives a panel of outputs their signs. */
    void sign(int panel, int examples) {
        if (isSigned()) {
            a.multiply(panel, examples, signs, h);
        }
    }

    /** Turns a panel of the gradient with respect to h into that with respect to a. */
    void unsign(PanelMatrix gradient, int panel, int examples) {
        if (isSigned()) {
            gradient.multiply(panel, examples, signs, gradient);
        }
    }
}
