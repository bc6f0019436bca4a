package org.rectify.engine.checkpoint;

import java.util.List;
import java.util.Map;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;

/**
 * A trained network as a file holds it (item 87).
 *
 * @param signs of each hidden layer from the first
 * @param parameters weights and biases, 32 bits
 * @param metadata what else is to be known: the resolved experiment, the epoch, the plugins with their hashes
 */
public record Checkpoint(List<Signs> signs, Parameters parameters, Map<String, String> metadata) {

    /** Copies the collections. */
    public Checkpoint {
        signs = List.copyOf(signs);
        metadata = Map.copyOf(metadata);
    }

    /** Number of inputs of the network. */
    public int inputs() {
        return Math.toIntExact(parameters.layers().get(0).weights().rows());
    }

    /** Number of classes of the network. */
    public int classes() {
        return Math.toIntExact(parameters
                .layers()
                .get(parameters.layers().size() - 1)
                .weights()
                .columns());
    }
}
