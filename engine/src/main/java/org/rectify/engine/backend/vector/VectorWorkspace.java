package org.rectify.engine.backend.vector;

import java.util.ArrayList;
import java.util.List;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.network.HiddenLayer;
import org.rectify.engine.network.NetworkDefinition;

/** What the forward pass of a minibatch leaves, in arrays made once. */
final class VectorWorkspace {

    private final NetworkDefinition network;
    private final List<PackedWeights> layers;
    private final int capacity;
    private final List<LayerActivation> activations = new ArrayList<>();

    /** The active inputs of each weight layer. */
    final List<ActiveInputs> active = new ArrayList<>();
    /** z of each hidden layer, padded rows. */
    final List<float[]> preActivations = new ArrayList<>();
    /** f(z) of each hidden layer, padded rows. */
    final List<float[]> outputs = new ArrayList<>();
    /** Pre-activations of the output layer, padded rows. */
    final float[] scores;
    /** Log-probabilities, example after example. */
    final double[] logProbabilities;

    private final List<float[]> signs = new ArrayList<>();

    VectorWorkspace(NetworkDefinition network, List<PackedWeights> layers, int capacity) {
        this.network = network;
        this.layers = layers;
        this.capacity = capacity;
        for (int layer = 0; layer < layers.size(); layer++) {
            active.add(new ActiveInputs(capacity, layers.get(layer).inputs()));
        }
        for (int layer = 0; layer < network.hidden().size(); layer++) {
            HiddenLayer hidden = network.hidden().get(layer);
            int stride = layers.get(layer).stride();
            preActivations.add(new float[capacity * stride]);
            outputs.add(new float[capacity * outputStride(layer)]);
            activations.add(new LayerActivation(hidden, stride, outputStride(layer)));
            signs.add(
                    hidden.signs().allPositive() ? new float[0] : hidden.signs().toArray());
        }
        scores = new float[capacity * layers.get(layers.size() - 1).stride()];
        logProbabilities = new double[capacity * network.classes()];
    }

    int capacity() {
        return capacity;
    }

    /** The distance between rows of a hidden layer's outputs: that of its pre-activations where units are outputs. */
    int outputStride(int layer) {
        HiddenLayer hidden = network.hidden().get(layer);
        return hidden.outputs() == hidden.units() ? layers.get(layer).stride() : hidden.outputs();
    }

    LayerActivation activation(int layer) {
        return activations.get(layer);
    }

    /** The signs of a hidden layer's outputs; empty where none is negated. */
    float[] signs(int layer) {
        return signs.get(layer);
    }

    void forward(Minibatch batch) {
        load(batch);
        for (int layer = 0; layer < network.hidden().size(); layer++) {
            ForwardKernel.run(layers.get(layer), active.get(layer), preActivations.get(layer));
            activations.get(layer).value(preActivations.get(layer), batch.size(), outputs.get(layer));
            collect(layer, batch.size());
        }
        ForwardKernel.run(
                layers.get(network.hidden().size()), active.get(network.hidden().size()), scores);
    }

    private void load(Minibatch batch) {
        ActiveInputs inputs = active.get(0);
        inputs.clear();
        for (int example = 0; example < batch.size(); example++) {
            if (batch.isSparse()) {
                inputs.addSparse(
                        batch.columns(), batch.values(), batch.offsets()[example], batch.offsets()[example + 1]);
            } else {
                inputs.addDense(batch.dense(), example * batch.inputs());
            }
        }
    }

    private void collect(int layer, int examples) {
        ActiveInputs above = active.get(layer + 1);
        above.clear();
        float[] layerSigns = signs.get(layer);
        for (int example = 0; example < examples; example++) {
            int row = example * outputStride(layer);
            if (layerSigns.length == 0) {
                above.addDense(outputs.get(layer), row);
            } else {
                above.addSigned(outputs.get(layer), row, layerSigns);
            }
        }
    }
}
