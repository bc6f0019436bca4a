package org.rectify.kernels.vector;

import java.util.Arrays;
import java.util.Optional;
import org.rectify.api.random.RandomStream;
import org.rectify.kernels.DropoutMask;
import org.rectify.kernels.network.HiddenLayer;

/** What one hidden layer computes for a minibatch, in arrays made once. */
final class LayerForward {

    private final HiddenLayer layer;
    private final LayerActivation activation;
    private final float[] signs;
    private final PanelMatrix z;
    private final PanelMatrix a;
    private final PanelMatrix h;
    private final Optional<Dropping> dropping;

    /** What outputs are multiplied by in a step that leaves some of them out: mask times sign. */
    private record Dropping(DropoutMask mask, PanelMatrix factors) {}

    /**
     * @param capacity examples at most
     */
    LayerForward(HiddenLayer layer, int capacity) {
        this(layer, capacity, 0);
    }

    /**
     * @param capacity examples at most
     * @param dropout the fraction of outputs left out in each step
     */
    LayerForward(HiddenLayer layer, int capacity, double dropout) {
        this.layer = layer;
        this.activation = new LayerActivation(layer.activation());
        this.signs = Arrays.copyOf(layer.signs().toArray(), Panels.count(layer.outputs()) * Panels.WIDTH);
        this.z = new PanelMatrix(capacity, layer.units());
        this.a = new PanelMatrix(capacity, layer.outputs());
        this.dropping = dropout == 0
                ? Optional.empty()
                : Optional.of(new Dropping(
                        new DropoutMask(dropout, layer.outputs(), capacity),
                        new PanelMatrix(capacity, layer.outputs())));
        this.h = layer.signs().allPositive() && dropping.isEmpty() ? a : new PanelMatrix(capacity, layer.outputs());
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

    /** Whether signs change the outputs; with dropout they are among its factors, and {@link #isDropped} says so. */
    boolean isSigned() {
        return h != a && dropping.isEmpty();
    }

    /** Whether some outputs are left out in each step. */
    boolean isDropped() {
        return dropping.isPresent();
    }

    /** What outputs are multiplied by in a step that leaves some of them out. */
    PanelMatrix factors() {
        return dropping.orElseThrow().factors();
    }

    /** Draws which outputs a step leaves out. */
    void drop(RandomStream stream, int examples) {
        if (dropping.isEmpty()) {
            return;
        }
        dropping.get().mask().draw(stream, examples);
        PanelMatrix factors = dropping.get().factors();
        for (int panel = 0; panel < factors.panels(); panel++) {
            factors.take(panel, examples, dropping.get().mask().factors());
            factors.multiply(panel, examples, signs, factors);
        }
    }

    /** The sign of each output, padded. */
    float[] signs() {
        return signs;
    }

    /** Outputs after sign mask and dropout, where {@link #sign} has given them their signs. */
    PanelMatrix h() {
        return h;
    }

    /** Gives a panel of outputs their signs, and leaves out what is left out. */
    void sign(int panel, int examples) {
        if (dropping.isPresent()) {
            a.multiply(panel, examples, dropping.get().factors(), h);
        } else if (isSigned()) {
            a.multiply(panel, examples, signs, h);
        }
    }

    /** Turns a panel of the gradient with respect to h into that with respect to a. */
    void unsign(PanelMatrix gradient, int panel, int examples) {
        if (dropping.isPresent()) {
            gradient.multiply(panel, examples, dropping.get().factors(), gradient);
        } else if (isSigned()) {
            gradient.multiply(panel, examples, signs, gradient);
        }
    }
}
