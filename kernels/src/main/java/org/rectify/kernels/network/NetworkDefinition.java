package org.rectify.kernels.network;

import java.util.List;
import java.util.Optional;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.penalty.Penalty;

/**
 * A feed-forward network of hidden layers under an output layer, without its parameters (item 13).
 *
 * @param inputs number of inputs
 * @param hidden the hidden layers from the first; empty for multinomial logistic regression
 * @param output what the last layer tells and costs
 * @param regularization what else it learns by
 */
public record NetworkDefinition(
        int inputs, List<HiddenLayer> hidden, OutputLayer output, Regularization regularization) {

    /** Copies the list; refuses layers that do not fit on each other. */
    public NetworkDefinition {
        hidden = List.copyOf(hidden);
        int below = inputs;
        for (HiddenLayer layer : hidden) {
            if (layer.inputs() != below) {
                throw new IllegalArgumentException(
                        "a layer of " + layer.inputs() + " inputs on one of " + below + " outputs");
            }
            below = layer.outputs();
        }
    }

    /** A network that tells classes, without regularization. */
    public static NetworkDefinition classifier(int inputs, List<HiddenLayer> hidden, int classes) {
        return new NetworkDefinition(inputs, hidden, new SoftmaxLayer(classes), Regularization.NONE);
    }

    /** The same network whose examples count by their classes. */
    public NetworkDefinition withClassWeights(List<Double> weights) {
        return new NetworkDefinition(inputs, hidden, output, regularization.withClassWeights(weights));
    }

    /** Number of output units. */
    public int outputs() {
        return output.units();
    }

    /** Number of weight layers, the output layer included. */
    public int weightLayers() {
        return hidden.size() + 1;
    }

    /**
     * Number of inputs of a weight layer.
     *
     * @param layer from 0; the last is the output layer
     */
    public int fanIn(int layer) {
        return layer == 0 ? inputs : hidden.get(layer - 1).outputs();
    }

    /**
     * Number of units of a weight layer.
     *
     * @param layer from 0; the last is the output layer
     */
    public int fanOut(int layer) {
        return layer == hidden.size() ? outputs() : hidden.get(layer).units();
    }

    /** The penalty a hidden layer pays on its outputs, where it is one of those of the regularization. */
    public Optional<OutputPenalty> outputPenalty(int penalty, int layer) {
        Penalty one = regularization.penalties().get(penalty).component();
        return one instanceof OutputPenalty paid
                        && paid.appliesTo(hidden.get(layer).activation())
                ? Optional.of(paid)
                : Optional.empty();
    }

    /** The weights or biases of a weight layer, as optimizers and penalties know them. */
    public Parameter parameter(int layer, Parameter.Role role) {
        boolean weights = role == Parameter.Role.WEIGHTS;
        return new Parameter(
                layerName(layer) + (weights ? "/weights" : "/biases"),
                role,
                layer,
                layer == hidden.size(),
                weights ? fanIn(layer) : 1,
                fanOut(layer));
    }

    /**
     * The name of a weight layer in streams and files.
     *
     * @param layer from 0; the last is the output layer
     */
    public String layerName(int layer) {
        return layer == hidden.size() ? "output" : "layer-" + (layer + 1);
    }

    /** Number of parameters, biases included (item 14). */
    public long parameterCount() {
        long count = 0;
        for (int layer = 0; layer < weightLayers(); layer++) {
            count += (fanIn(layer) + 1L) * fanOut(layer);
        }
        return count;
    }

    /**
     * Multiply-adds of weights for one example when none is skipped: forward, and in learning weight gradients of every layer
     * and input gradients of all but the first (item 84).
     */
    public long multiplyAdds(boolean learning) {
        long count = 0;
        for (int layer = 0; layer < weightLayers(); layer++) {
            long passes = !learning ? 1 : layer == 0 ? 2 : 3;
            count += passes * fanIn(layer) * fanOut(layer);
        }
        return count;
    }
}
