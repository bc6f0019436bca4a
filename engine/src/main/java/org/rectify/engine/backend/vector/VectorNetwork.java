package org.rectify.engine.backend.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rectify.api.array.Matrices;
import org.rectify.api.metric.Observation;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.penalty.Penalty;
import org.rectify.engine.backend.LearningStatistics;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.NeuralNetwork;
import org.rectify.engine.backend.SoftmaxOutput;
import org.rectify.engine.network.HiddenLayer;
import org.rectify.engine.network.NetworkDefinition;
import org.rectify.engine.network.Parameters;

/** A network whose weights live packed, and whose passes skip exact zeros (items 13-18 and 23). */
final class VectorNetwork implements NeuralNetwork {

    private final NetworkDefinition definition;
    private final List<PackedWeights> layers = new ArrayList<>();
    private final List<ActiveRows> rows = new ArrayList<>();
    /** The gradient with respect to the pre-activations of each weight layer, padded rows. */
    private final List<float[]> deltas = new ArrayList<>();
    /** The gradient with respect to the outputs of each hidden layer, padded rows; the delta itself where rows agree. */
    private final List<float[]> outputGradients = new ArrayList<>();

    private final VectorWorkspace learning;
    private final BackwardKernel backward;
    private final LayerUpdate update;
    private VectorWorkspace observing;

    VectorNetwork(NetworkDefinition definition, Parameters initial, Optimizer optimizer, int minibatchSize) {
        this.definition = definition;
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            PackedWeights packed = new PackedWeights(definition.fanIn(layer), definition.fanOut(layer));
            layers.add(packed);
            rows.add(new ActiveRows(minibatchSize, packed.inputs()));
            deltas.add(new float[minibatchSize * packed.stride()]);
        }
        this.learning = new VectorWorkspace(definition, layers, minibatchSize);
        this.observing = learning;
        for (int layer = 0; layer < definition.hidden().size(); layer++) {
            HiddenLayer hidden = definition.hidden().get(layer);
            outputGradients.add(
                    hidden.outputs() == hidden.units()
                            ? deltas.get(layer)
                            : new float[minibatchSize * learning.outputStride(layer)]);
        }
        this.backward = new BackwardKernel(minibatchSize);
        this.update = optimizer instanceof GradientDescent descent
                ? new FusedUpdate(backward, (float) descent.learningRate())
                : new StagedUpdate(definition, backward, optimizer);
        copyFrom(initial);
    }

    @Override
    public NetworkDefinition definition() {
        return definition;
    }

    @Override
    public Observation observe(Minibatch batch) {
        if (observing.capacity() < batch.size()) {
            observing = new VectorWorkspace(definition, layers, batch.capacity());
        }
        forward(batch, observing);
        return new VectorObservation(definition, batch, observing);
    }

    @Override
    public void learn(Minibatch batch, LearningStatistics statistics) {
        forward(batch, learning);
        int top = definition.hidden().size();
        double cost = outputDelta(batch);
        int wrong = SoftmaxOutput.countWrong(learning.logProbabilities, batch, definition.classes());
        for (int layer = top; layer >= 0; layer--) {
            ActiveInputs active = learning.active.get(layer);
            if (layer > 0 && !definition.hidden().get(layer - 1).activation().silentAtZero()) {
                rows.get(layer).transposeWithZeros(active);
            } else {
                rows.get(layer).transpose(active);
            }
            if (layer < top && statistics.wantsGradientNorms()) {
                statistics.gradientNorm(layer, gradientNorm(layer, batch.size()));
            }
            if (layer == 0) {
                update.apply(layer, layers.get(0), rows.get(0), deltas.get(0), batch.size());
            } else {
                float[] gradient = outputGradients.get(layer - 1);
                int stride = learning.outputStride(layer - 1);
                Arrays.fill(gradient, 0, batch.size() * stride, 0);
                update.applyWithInputGradient(
                        layer, layers.get(layer), rows.get(layer), deltas.get(layer), batch.size(), gradient, stride);
                cost += hiddenDelta(layer - 1, batch.size(), gradient, stride);
                statistics.observe(layer - 1, active.columns(), active.values(), active.entries(), batch.size());
            }
        }
        statistics.step(batch.size(), wrong, cost);
    }

    private void forward(Minibatch batch, VectorWorkspace workspace) {
        workspace.forward(batch);
        int classes = definition.classes();
        int stride = layers.get(layers.size() - 1).stride();
        for (int example = 0; example < batch.size(); example++) {
            for (int k = 0; k < classes; k++) {
                workspace.logProbabilities[example * classes + k] = workspace.scores[example * stride + k];
            }
            SoftmaxOutput.logProbabilities(workspace.logProbabilities, example, classes);
        }
    }

    private double outputDelta(Minibatch batch) {
        int classes = definition.classes();
        int stride = layers.get(layers.size() - 1).stride();
        float[] delta = deltas.get(layers.size() - 1);
        double cost = 0;
        for (int example = 0; example < batch.size(); example++) {
            int label = batch.label(example);
            cost -= learning.logProbabilities[example * classes + label];
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(learning.logProbabilities[example * classes + k]);
                delta[example * stride + k] = (float) ((probability - (k == label ? 1 : 0)) / batch.size());
            }
        }
        return cost;
    }

    /** Turns the gradient with respect to a hidden layer's signed outputs into its delta; returns the layer's penalty. */
    private double hiddenDelta(int layer, int examples, float[] gradient, int stride) {
        HiddenLayer hidden = definition.hidden().get(layer);
        float[] outputs = learning.outputs.get(layer);
        float[] signs = learning.signs(layer);
        for (int row = 0; signs.length > 0 && row < examples * stride; row += stride) {
            for (int output = 0; output < signs.length; output++) {
                gradient[row + output] *= signs[output];
            }
        }
        Penalty penalty = definition.penaltyOf(layer).orElse(null);
        double cost = 0;
        if (penalty != null) {
            ActiveInputs active = learning.active.get(layer + 1);
            for (int entry = 0; entry < active.entries(); entry++) {
                cost += penalty.value(layer, signedBack(active, entry, signs));
            }
            for (int row = 0; row < examples * stride; row += stride) {
                penalty.addDerivative(layer, outputs, row, row + hidden.outputs(), 1f / examples, gradient);
            }
        }
        learning.activation(layer)
                .backward(learning.preActivations.get(layer), outputs, examples, gradient, deltas.get(layer));
        return cost;
    }

    private static float signedBack(ActiveInputs active, int entry, float[] signs) {
        float value = active.values()[entry];
        return signs.length == 0 ? value : value * signs[active.columns()[entry]];
    }

    private double gradientNorm(int layer, int examples) {
        PackedWeights gradient = update.gradient(layer, layers.get(layer));
        Arrays.fill(gradient.weights(), 0);
        backward.update(gradient, rows.get(layer), deltas.get(layer), -1);
        double sum = 0;
        for (float element : gradient.weights()) {
            sum += (double) element * element;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void copyTo(Parameters snapshot) {
        for (int layer = 0; layer < layers.size(); layer++) {
            PackedWeights packed = layers.get(layer);
            float[] dense = new float[packed.inputs() * packed.units()];
            packed.unpack(dense);
            Matrices.fill(snapshot.layers().get(layer).weights(), dense);
            Matrices.fill(snapshot.layers().get(layer).biases(), Arrays.copyOf(packed.biases(), packed.units()));
        }
    }

    @Override
    public void copyFrom(Parameters snapshot) {
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer)
                    .pack(
                            Matrices.toFloats(snapshot.layers().get(layer).weights()),
                            Matrices.toFloats(snapshot.layers().get(layer).biases()));
        }
    }

    @Override
    public void close() {
        layers.clear();
    }
}
