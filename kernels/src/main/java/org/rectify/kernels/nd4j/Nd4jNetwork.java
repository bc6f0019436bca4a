package org.rectify.kernels.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.kernels.Classification;
import org.rectify.kernels.LearningStatistics;
import org.rectify.kernels.LearningStep;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.OptimizerState;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

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
    private final double[] penaltyCosts;
    private long multiplyAdds;

    Nd4jNetwork(NetworkDefinition definition, Parameters initial, Optimizer optimizer, DataType type) {
        this.definition = definition;
        this.type = type;
        this.parameters = Parameters.zeros(definition, type);
        this.gradients = Parameters.zeros(definition, type);
        this.penaltyCosts = new double[definition.regularization().penalties().size()];
        parameters.assign(initial);
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            weightUpdates.add(optimizer.begin(weights(layer)));
            biasUpdates.add(optimizer.begin(biases(layer)));
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
        workspace.forgetDropout();
        forward(batch, workspace);
        multiplyAdds = batch.size() * definition.multiplyAdds(false);
        return new Nd4jObservation(definition, batch, workspace);
    }

    @Override
    public void learn(Minibatch batch, LearningStep step, LearningStatistics statistics) {
        Nd4jWorkspace workspace = workspaceFor(batch.size());
        workspace.drawDropout(step.dropout());
        forward(batch, workspace);
        double cost = outputGradient(batch, workspace);
        int wrong = definition.output().task() == Task.CLASSIFICATION
                ? Classification.countWrong(workspace.predictions, batch, definition.outputs())
                : 0;
        Arrays.fill(penaltyCosts, 0);
        for (int layer = definition.hidden().size(); layer > 0; layer--) {
            weightGradient(layer, workspace);
            backward(layer - 1, workspace, statistics);
        }
        weightGradient(0, workspace);
        if (statistics.wantsGradientNorms()) {
            for (int layer = 0; layer < definition.hidden().size(); layer++) {
                statistics.gradientNorm(
                        layer,
                        gradients.layers().get(layer).weights().norm2Number().doubleValue());
            }
        }
        addWeightPenalties();
        update(step);
        limitNorms();
        for (int penalty = 0; penalty < penaltyCosts.length; penalty++) {
            statistics.penalty(penalty, penaltyCosts[penalty], batch.size());
        }
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
            if (h != a) {
                h.assign(a);
            }
            if (sign != null) {
                h.muliRowVector(sign);
            }
            workspace.drop(layer, h);
            below = h;
        }
        affine(definition.hidden().size(), below, workspace.scores);
        workspace.predictions = Matrices.toDoubles(workspace.scores);
        for (int example = 0; example < batch.size(); example++) {
            definition.output().predict(workspace.predictions, example * definition.outputs());
        }
    }

    private void affine(int layer, INDArray below, INDArray z) {
        Parameters.Layer own = parameters.layers().get(layer);
        Nd4j.gemm(below, own.weights(), z, false, false, 1, 0);
        z.addiRowVector(own.biases());
    }

    private double outputGradient(Minibatch batch, Nd4jWorkspace workspace) {
        OutputLayer output = definition.output();
        int units = output.units();
        double[] gradient = new double[batch.size() * units];
        double cost = 0;
        for (int example = 0; example < batch.size(); example++) {
            int from = example * units;
            double weight = definition.regularization().classWeight(batch.label(example));
            cost += weight * output.cost(workspace.predictions, from, batch, example);
            output.gradient(workspace.predictions, from, batch, example, gradient, from);
            for (int k = from; k < from + units; k++) {
                gradient[k] *= weight / batch.size();
            }
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

    /** Carries the gradient from the layer above through a hidden layer. */
    private void backward(int layer, Nd4jWorkspace workspace, LearningStatistics statistics) {
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
        workspace.drop(layer, gradient);
        INDArray a = workspace.activations.get(layer);
        int examples = Math.toIntExact(a.size(0));
        statistics.observe(layer, Matrices.toFloats(workspace.outputs.get(layer)), examples);
        for (int place = 0; place < penaltyCosts.length; place++) {
            Optional<OutputPenalty> penalty = definition.outputPenalty(place, layer);
            penaltyCosts[place] += penalty.isPresent() ? penalty.get().cost(layer, a, gradient) : 0;
        }
        INDArray z = workspace.preActivations.get(layer);
        definition.hidden().get(layer).activation().backward(z, a, gradient, workspace.gradients.get(layer));
    }

    private void addWeightPenalties() {
        for (int place = 0; place < penaltyCosts.length; place++) {
            Penalty penalty = definition.regularization().penalties().get(place).component();
            for (int layer = 0; penalty instanceof WeightPenalty paid && layer < definition.weightLayers(); layer++) {
                Parameters.Layer own = parameters.layers().get(layer);
                Parameters.Layer gradient = gradients.layers().get(layer);
                penaltyCosts[place] += addWeightPenalty(paid, weights(layer), own.weights(), gradient.weights());
                penaltyCosts[place] += addWeightPenalty(paid, biases(layer), own.biases(), gradient.biases());
            }
        }
    }

    private static double addWeightPenalty(
            WeightPenalty penalty, Parameter parameter, INDArray values, INDArray gradient) {
        if (!penalty.appliesTo(parameter)) {
            return 0;
        }
        double[] weights = Matrices.toDoubles(values);
        double[] sum = Matrices.toDoubles(gradient);
        double cost = 0;
        for (int i = 0; i < weights.length; i++) {
            cost += penalty.value(parameter, weights[i]);
            sum[i] += penalty.derivative(parameter, weights[i]);
        }
        Matrices.fill(gradient, sum);
        return cost;
    }

    private void update(Step step) {
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            Parameters.Layer own = parameters.layers().get(layer);
            Parameters.Layer gradient = gradients.layers().get(layer);
            weightUpdates.get(layer).apply(own.weights(), gradient.weights(), step);
            biasUpdates.get(layer).apply(own.biases(), gradient.biases(), step);
        }
    }

    private void limitNorms() {
        OptionalDouble most = definition.regularization().maxNorm();
        for (int layer = 0; most.isPresent() && layer < definition.hidden().size(); layer++) {
            INDArray weights = parameters.layers().get(layer).weights();
            for (int unit = 0; unit < definition.fanOut(layer); unit++) {
                INDArray column = weights.getColumn(unit);
                double norm = column.norm2Number().doubleValue();
                if (norm > most.getAsDouble()) {
                    column.muli(most.getAsDouble() / norm);
                }
            }
        }
    }

    @Override
    public Map<String, INDArray> optimizerState() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            OptimizerState.add(state, weights(layer), weightUpdates.get(layer).state());
            OptimizerState.add(state, biases(layer), biasUpdates.get(layer).state());
        }
        return state;
    }

    @Override
    public void restoreOptimizer(Map<String, INDArray> state) {
        OptimizerState.requireParametersOf(definition, state);
        for (int layer = 0; layer < definition.weightLayers(); layer++) {
            weightUpdates.get(layer).restore(OptimizerState.of(state, weights(layer)));
            biasUpdates.get(layer).restore(OptimizerState.of(state, biases(layer)));
        }
    }

    private Parameter weights(int layer) {
        return definition.parameter(layer, Parameter.Role.WEIGHTS);
    }

    private Parameter biases(int layer) {
        return definition.parameter(layer, Parameter.Role.BIASES);
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
