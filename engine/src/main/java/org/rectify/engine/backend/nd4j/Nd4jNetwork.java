package org.rectify.engine.backend.nd4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.metric.Observation;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.penalty.Penalty;
import org.rectify.engine.backend.LearningStatistics;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.NeuralNetwork;
import org.rectify.engine.backend.SoftmaxOutput;
import org.rectify.engine.network.HiddenLayer;
import org.rectify.engine.network.NetworkDefinition;
import org.rectify.engine.network.Parameters;

/** A network in ND4J arrays: forward, backward and update as the formulas stand in the paper (items 13-18). */
final class Nd4jNetwork implements NeuralNetwork {

    private final NetworkDefinition definition;
    private final DataType type;
    private final Parameters parameters;
    private final Parameters gradients;
    private final List<ParameterUpdate> weightUpdates = new ArrayList<>();
    private final List<ParameterUpdate> biasUpdates = new ArrayList<>();
    private final List<@Nullable INDArray> signs = new ArrayList<>();
    private final Map<Integer, Nd4jWorkspace> workspaces = new HashMap<>();
    private long multiplyAdds;

    Nd4jNetwork(NetworkDefinition definition, Parameters initial, Optimizer optimizer, DataType type) {
        this.definition = definition;
        this.type = type;
        this.parameters = Parameters.zeros(definition, type);
        this.gradients = Parameters.zeros(definition, type);
        parameters.assign(initial);
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            String name = definition.layerName(layer);
            int inputs = definition.fanIn(layer);
            int units = definition.fanOut(layer);
            weightUpdates.add(optimizer.begin(name + "/weights", Math.multiplyExact(inputs, units)));
            biasUpdates.add(optimizer.begin(name + "/biases", units));
        }
        for (HiddenLayer layer : definition.hidden()) {
            signs.add(
                    layer.signs().allPositive()
                            ? null
                            : Nd4j.createFromArray(layer.signs().toArray()).castTo(type));
        }
    }

    @Override
    public NetworkDefinition definition() {
        return definition;
    }

    @Override
    public Observation observe(Minibatch batch) {
        Nd4jWorkspace workspace = workspaceFor(batch.size());
        forward(batch, workspace);
        multiplyAdds = batch.size() * definition.multiplyAdds(false);
        return new Nd4jObservation(definition, batch, workspace);
    }

    @Override
    public void learn(Minibatch batch, LearningStatistics statistics) {
        Nd4jWorkspace workspace = workspaceFor(batch.size());
        forward(batch, workspace);
        double cost = outputGradient(batch, workspace);
        int wrong = SoftmaxOutput.countWrong(workspace.logProbabilities, batch, definition.classes());
        for (int layer = definition.hidden().size(); layer > 0; layer--) {
            weightGradient(layer, workspace);
            cost += backward(layer - 1, workspace, statistics);
        }
        weightGradient(0, workspace);
        if (statistics.wantsGradientNorms()) {
            for (int layer = 0; layer < definition.hidden().size(); layer++) {
                statistics.gradientNorm(
                        layer,
                        gradients.layers().get(layer).weights().norm2Number().doubleValue());
            }
        }
        update();
        statistics.step(batch.size(), wrong, cost);
        multiplyAdds = batch.size() * definition.multiplyAdds(true);
    }

    @Override
    public long multiplyAdds() {
        return multiplyAdds;
    }

    private void forward(Minibatch batch, Nd4jWorkspace workspace) {
        workspace.load(batch);
        INDArray below = workspace.inputs;
        for (int layer = 0; layer < definition.hidden().size(); layer++) {
            HiddenLayer hidden = definition.hidden().get(layer);
            INDArray z = workspace.preActivations.get(layer);
            affine(layer, below, z);
            INDArray a = workspace.activations.get(layer);
            hidden.activation().value(z, a);
            INDArray h = workspace.outputs.get(layer);
            INDArray sign = signs.get(layer);
            if (sign != null) {
                h.assign(a).muliRowVector(sign);
            }
            below = h;
        }
        affine(definition.hidden().size(), below, workspace.scores);
        workspace.logProbabilities = Matrices.toDoubles(workspace.scores);
        for (int example = 0; example < batch.size(); example++) {
            SoftmaxOutput.logProbabilities(workspace.logProbabilities, example, definition.classes());
        }
    }

    private void affine(int layer, INDArray below, INDArray z) {
        Parameters.Layer own = parameters.layers().get(layer);
        Nd4j.gemm(below, own.weights(), z, false, false, 1, 0);
        z.addiRowVector(own.biases());
    }

    private double outputGradient(Minibatch batch, Nd4jWorkspace workspace) {
        int classes = definition.classes();
        double[] gradient = new double[batch.size() * classes];
        double cost = 0;
        for (int example = 0; example < batch.size(); example++) {
            int label = batch.label(example);
            cost -= workspace.logProbabilities[example * classes + label];
            SoftmaxOutput.gradient(workspace.logProbabilities, example, classes, label, 1.0 / batch.size(), gradient);
        }
        Matrices.fill(workspace.gradients.get(definition.hidden().size()), gradient);
        return cost;
    }

    private void weightGradient(int layer, Nd4jWorkspace workspace) {
        INDArray below = layer == 0 ? workspace.inputs : workspace.outputs.get(layer - 1);
        INDArray gradient = workspace.gradients.get(layer);
        Parameters.Layer own = gradients.layers().get(layer);
        Nd4j.gemm(below, gradient, own.weights(), true, false, 1, 0);
        gradient.sum(own.biases(), 0);
    }

    /** Carries the gradient from the layer above through a hidden layer; returns the layer's penalty. */
    private double backward(int layer, Nd4jWorkspace workspace, LearningStatistics statistics) {
        INDArray gradient = workspace.outputGradients.get(layer);
        Nd4j.gemm(
                workspace.gradients.get(layer + 1),
                parameters.layers().get(layer + 1).weights(),
                gradient,
                false,
                true,
                1,
                0);
        INDArray sign = signs.get(layer);
        if (sign != null) {
            gradient.muliRowVector(sign);
        }
        INDArray a = workspace.activations.get(layer);
        int examples = Math.toIntExact(a.size(0));
        statistics.observe(layer, Matrices.toFloats(a), examples);
        Penalty penalty = definition.penaltyOf(layer).orElse(null);
        double cost = penalty == null ? 0 : addPenalty(layer, penalty, a, gradient, examples);
        INDArray z = workspace.preActivations.get(layer);
        definition.hidden().get(layer).activation().backward(z, a, gradient, workspace.gradients.get(layer));
        return cost;
    }

    private double addPenalty(int layer, Penalty penalty, INDArray a, INDArray gradient, int examples) {
        double[] outputs = Matrices.toDoubles(a);
        double[] sum = Matrices.toDoubles(gradient);
        double cost = 0;
        for (int i = 0; i < outputs.length; i++) {
            cost += penalty.value(layer, outputs[i]);
            sum[i] += penalty.derivative(layer, outputs[i]) / examples;
        }
        Matrices.fill(gradient, sum);
        return cost;
    }

    private void update() {
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            Parameters.Layer own = parameters.layers().get(layer);
            Parameters.Layer gradient = gradients.layers().get(layer);
            weightUpdates.get(layer).apply(own.weights(), gradient.weights());
            biasUpdates.get(layer).apply(own.biases(), gradient.biases());
        }
    }

    @Override
    public void copyTo(Parameters snapshot) {
        snapshot.assign(parameters);
    }

    @Override
    public void copyFrom(Parameters snapshot) {
        parameters.assign(snapshot);
    }

    @Override
    public void close() {
        workspaces.clear();
    }

    private Nd4jWorkspace workspaceFor(int examples) {
        return workspaces.computeIfAbsent(examples, size -> new Nd4jWorkspace(definition, size, type));
    }
}
