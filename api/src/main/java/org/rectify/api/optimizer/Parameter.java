package org.rectify.api.optimizer;

/**
 * One array of parameters and its part in the network.
 *
 * @param name in streams and files, such as {@code "layer-1/weights"}
 * @param role weights or biases
 * @param layer of the weights or biases: hidden layers from 0, then the output layer
 * @param output whether it belongs to the output layer
 * @param rows inputs of the layer where weights, 1 where biases
 * @param columns units of the layer
 * @since 0.2
 */
public record Parameter(String name, Role role, int layer, boolean output, int rows, int columns) {

    /** What a parameter does. */
    public enum Role {
        /** It multiplies inputs. */
        WEIGHTS,
        /** It is added to pre-activations. */
        BIASES
    }

    /** Number of elements. */
    public int length() {
        return Math.multiplyExact(rows, columns);
    }
}
