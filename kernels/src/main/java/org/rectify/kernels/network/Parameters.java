package org.rectify.kernels.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.dataset.Features;
import org.rectify.api.initializer.DataDependentInitializer;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStreams;

/**
 * Values for every parameter of a network: a snapshot that learning does not change.
 *
 * @param layers of each weight layer from the first; the last is the output layer
 */
public record Parameters(List<Layer> layers) {

    /**
     * The parameters of one weight layer.
     *
     * @param weights inputs x units
     * @param biases 1 x units
     */
    public record Layer(INDArray weights, INDArray biases) {}

    /** Copies the list, not the arrays. */
    public Parameters {
        layers = List.copyOf(layers);
    }

    /** Zeros in the shape of a network. */
    public static Parameters zeros(NetworkDefinition network, DataType type) {
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            layers.add(new Layer(
                    Nd4j.zeros(type, network.fanIn(layer), network.fanOut(layer)),
                    Nd4j.zeros(type, 1, network.fanOut(layer))));
        }
        return new Parameters(layers);
    }

    /**
     * First values: weights from an initializer, the output layer's included, biases zero (item 15).
     *
     * <p>An initializer that would look at examples has to do without.
     */
    public static Parameters initial(NetworkDefinition network, Initializer initializer, RandomStreams random) {
        Parameters parameters = zeros(network, DataType.FLOAT);
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            initializer.fill(
                    parameters.layers().get(layer).weights(), random.stream("init/" + network.layerName(layer)));
        }
        return parameters;
    }

    /**
     * First values, as {@link #initial(NetworkDefinition, Initializer, RandomStreams)} gives them, but for an initializer that
     * looks at examples.
     *
     * @param examples the first of them are looked at
     */
    public static Parameters initial(
            NetworkDefinition network, Initializer initializer, RandomStreams random, Features examples) {
        if (!(initializer instanceof DataDependentInitializer dependent) || examples.rows() == 0) {
            return initial(network, initializer, random);
        }
        Parameters parameters = zeros(network, DataType.FLOAT);
        INDArray below = FirstOutputs.ofExamples(examples, Math.min(examples.rows(), dependent.examples()));
        for (int layer = 0; layer < network.weightLayers(); layer++) {
            Layer own = parameters.layers().get(layer);
            dependent.fill(own.weights(), below, random.stream("init/" + network.layerName(layer)));
            if (layer < network.hidden().size()) {
                below = FirstOutputs.ofLayer(network.hidden().get(layer), own, below);
            }
        }
        return parameters;
    }

    /** Overwrites these values with others of the same shape. */
    public void assign(Parameters other) {
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).weights().assign(other.layers.get(layer).weights());
            layers.get(layer).biases().assign(other.layers.get(layer).biases());
        }
    }
}
