package org.rectify.kernels.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.output.OutputLayer;
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
import org.rectify.kernels.network.Regularization;

/**
 * A network whose weights live packed, and whose passes skip exact zeros (items 13-18 and 23).
 *
 * <p>Plain gradient descent is fused into the backward pass; any other optimizer is handed weights and gradients, and so is
 * plain descent where weights pay a penalty.
 */
final class VectorNetwork implements NeuralNetwork {

    private final NetworkDefinition definition;
    private final int top;
    private final Team team;
    private final List<PackedWeights> layers = new ArrayList<>();
    private final ReadAhead learningAhead = new ReadAhead();
    private final VectorWorkspace learning;
    private final Observer observer;

    /** The gradient with respect to the pre-activations of each hidden layer. */
    private final List<PanelMatrix> deltas = new ArrayList<>();
    /** The gradient with respect to the outputs of each hidden layer; its delta where units are outputs. */
    private final List<PanelMatrix> outputGradients = new ArrayList<>();
    /** The gradient with respect to the scores, example after example. */
    private final float[] outputDelta;

    /** What each hidden layer pays. */
    private final List<LayerPenalties> penalties = new ArrayList<>();

    private final double[] penaltyCosts;
    private final Optional<GradientDescent> fused;
    private final List<UnfusedUpdate> staged = new ArrayList<>();
    private final MaxNorm[] maxNorms;
    private final BackwardKernel[] kernels;
    private final OutputKernel[] outputKernels;
    private final GradientNorm gradientNorm;
    private final double[] costs;
    private final double[] scoreGradient;

    private final Team.Work outputWork = this::deltaOfExample;
    private final Team.Work backwardWork = this::backward;
    private final Team.Work updateWork = this::update;
    private final Team.Work stagedWork = this::updateStaged;
    private final Team.Work maxNormWork = this::limitNorms;

    private Minibatch batch = Minibatch.empty();
    private LearningStep step = LearningStep.endless();
    private float rate;
    private int layer;
    private long multiplyAdds;

    VectorNetwork(
            NetworkDefinition definition, Parameters initial, Optimizer optimizer, int minibatchSize, int threads) {
        this.definition = definition;
        this.top = definition.hidden().size();
        this.team = new Team(threads);
        Regularization regularization = definition.regularization();
        for (int i = 0; i < top; i++) {
            layers.add(PackedWeights.wide(definition.fanIn(i), definition.fanOut(i)));
            penalties.add(new LayerPenalties(definition, i));
        }
        layers.add(PackedWeights.narrow(definition.fanIn(top), definition.outputs()));
        for (HiddenLayer hidden : definition.hidden()) {
            PanelMatrix delta = new PanelMatrix(minibatchSize, hidden.units());
            deltas.add(delta);
            boolean paired = hidden.outputs() != hidden.units();
            outputGradients.add(paired ? new PanelMatrix(minibatchSize, hidden.outputs()) : delta);
        }
        this.outputDelta = new float[minibatchSize * layers.get(top).width()];
        this.gradientNorm = new GradientNorm(minibatchSize);
        this.costs = new double[minibatchSize];
        this.scoreGradient = new double[minibatchSize * definition.outputs()];
        this.penaltyCosts = new double[regularization.penalties().size()];
        this.learning = VectorWorkspace.forLearning(definition, layers, team, learningAhead, minibatchSize);
        this.observer = new Observer(definition, layers, team, minibatchSize);
        this.kernels = new BackwardKernel[threads];
        Arrays.setAll(kernels, member -> new BackwardKernel(minibatchSize, learningAhead));
        this.outputKernels = new OutputKernel[threads];
        Arrays.setAll(outputKernels, member -> new OutputKernel());
        boolean decays =
                regularization.penalties().stream().anyMatch(penalty -> penalty.component() instanceof WeightPenalty);
        this.fused = optimizer instanceof GradientDescent descent && !decays ? Optional.of(descent) : Optional.empty();
        for (int i = 0; fused.isEmpty() && i <= top; i++) {
            staged.add(new UnfusedUpdate(definition, i, layers.get(i), optimizer));
        }
        this.maxNorms = new MaxNorm[regularization.maxNorm().isPresent() ? threads : 0];
        Arrays.setAll(maxNorms, member -> new MaxNorm(regularization.maxNorm().orElseThrow()));
        copyFrom(initial);
    }

    @Override
    public NetworkDefinition definition() {
        return definition;
    }

    @Override
    public Observation observe(Minibatch examples) {
        Observation observation = observer.observe(examples);
        multiplyAdds = observer.multiplyAdds();
        return observation;
    }

    @Override
    public void learn(Minibatch examples, LearningStep newStep, LearningStatistics statistics) {
        learningAhead.begin();
        batch = examples;
        step = newStep;
        rate = fused.isPresent() ? (float) (fused.get().learningRate() * step.rateFactor()) : 0;
        Arrays.fill(penaltyCosts, 0);
        learning.run(batch, step.dropout());
        multiplyAdds = learning.multiplyAdds() + backwardMultiplyAdds();
        double cost = outputDelta();
        for (layer = top; layer > 0; layer--) {
            team.run(backwardWork, learning.active(layer).blocks());
            finish(layer - 1);
        }
        team.run(updateWork, updateParts());
        observe(statistics);
        for (layer = 0; layer < staged.size(); layer++) {
            team.run(stagedWork, staged.get(layer).parts());
            staged.get(layer).finish(step);
            staged.get(layer).addPenalties(penaltyCosts);
        }
        for (layer = 0; maxNorms.length > 0 && layer < top; layer++) {
            team.run(maxNormWork, layers.get(layer).panels());
        }
        for (int penalty = 0; penalty < penaltyCosts.length; penalty++) {
            statistics.penalty(penalty, penaltyCosts[penalty], batch.size());
        }
        statistics.step(batch.size(), wrong(), cost);
        learningAhead.end();
    }

    private int wrong() {
        return definition.output().task() == Task.CLASSIFICATION
                ? Classification.countWrong(learning.predictions(), batch, definition.outputs())
                : 0;
    }

    private void updateStaged(int part, int member) {
        staged.get(layer).run(part, step);
    }

    private void limitNorms(int panel, int member) {
        maxNorms[member].limit(layers.get(layer), panel);
    }

    private double outputDelta() {
        team.run(outputWork, batch.size());
        PackedWeights target = gradientOf(top);
        int width = target.width();
        double cost = 0;
        for (int example = 0; example < batch.size(); example++) {
            cost += costs[example];
            for (int unit = 0; unit < width; unit++) {
                target.biases()[unit] += gradientScale() * outputDelta[example * width + unit];
            }
        }
        return cost;
    }

    private void deltaOfExample(int example, int member) {
        OutputLayer output = definition.output();
        int units = output.units();
        int width = layers.get(top).width();
        double weight = definition.regularization().classWeight(batch.label(example));
        double[] predictions = learning.predictions();
        int from = example * units;
        costs[example] = weight * output.cost(predictions, from, batch, example);
        output.gradient(predictions, from, batch, example, scoreGradient, from);
        for (int k = 0; k < units; k++) {
            outputDelta[example * width + k] = (float) (weight * scoreGradient[from + k] / batch.size());
        }
    }

    /** Carries the gradient from the present layer to a block of its inputs, and updates the block's weights. */
    private void backward(int block, int member) {
        PackedWeights weights = layers.get(layer);
        ActiveInputs active = learning.active(layer);
        PanelMatrix gradient = outputGradients.get(layer - 1);
        gradient.clear(block, batch.size());
        if (layer == top) {
            outputKernels[member].gradientAndUpdate(weights, active, outputDelta, rate, gradient, block);
        } else if (staged.isEmpty()) {
            kernels[member].gradientAndUpdate(weights, active, deltas.get(layer), rate, gradient, block);
        } else {
            kernels[member].gradient(weights, active, deltas.get(layer), gradient, block);
        }
        LayerForward below = learning.hidden(layer - 1);
        below.unsign(gradient, block, batch.size());
        LayerPenalties paid = penalties.get(layer - 1);
        paid.add(below.a(), block, batch.size(), gradient);
        if (below.activation().isElementwise() && !paid.needWholeMinibatch()) {
            toPreActivations(layer - 1, block);
        }
    }

    private void toPreActivations(int hiddenLayer, int block) {
        LayerForward pass = learning.hidden(hiddenLayer);
        pass.activation().multiplyByDerivative(pass.z(), pass.a(), block, batch.size(), deltas.get(hiddenLayer));
        moveBiases(hiddenLayer, block);
    }

    /** What is left to do for a hidden layer when all its blocks are done. */
    private void finish(int hiddenLayer) {
        LayerForward pass = learning.hidden(hiddenLayer);
        LayerPenalties paid = penalties.get(hiddenLayer);
        PanelMatrix delta = deltas.get(hiddenLayer);
        paid.addWhole(pass.a(), batch.size(), outputGradients.get(hiddenLayer));
        paid.addTo(penaltyCosts, batch.size());
        if (!pass.activation().isElementwise()) {
            pass.activation().backward(pass.z(), pass.a(), batch.size(), outputGradients.get(hiddenLayer), delta);
            for (int panel = 0; panel < delta.panels(); panel++) {
                moveBiases(hiddenLayer, panel);
            }
        } else if (paid.needWholeMinibatch()) {
            for (int panel = 0; panel < delta.panels(); panel++) {
                toPreActivations(hiddenLayer, panel);
            }
        }
    }

    private void moveBiases(int hiddenLayer, int panel) {
        deltas.get(hiddenLayer)
                .addColumnSums(
                        panel,
                        batch.size(),
                        gradientScale(),
                        gradientOf(hiddenLayer).biases());
    }

    /** How many parts {@link #update} has: of the first layer, or of every layer where gradients are written out. */
    private int updateParts() {
        if (!staged.isEmpty()) {
            return layers.size();
        }
        return top == 0
                ? learning.active(0).blocks()
                : learning.active(0).blocks() * layers.get(0).panels();
    }

    private void update(int part, int member) {
        if (!staged.isEmpty()) {
            for (int block = 0; block < learning.active(part).blocks(); block++) {
                updateBlock(part, block, member);
            }
        } else if (top == 0) {
            updateBlock(0, part, member);
        } else {
            int panels = layers.get(0).panels();
            kernels[member].update(
                    layers.get(0), learning.active(0), deltas.get(0), rate, part / panels, part % panels);
        }
    }

    private void updateBlock(int weightLayer, int block, int member) {
        PackedWeights target = gradientOf(weightLayer);
        ActiveInputs active = learning.active(weightLayer);
        if (weightLayer == top) {
            OutputKernel.update(target, active, outputDelta, -gradientScale(), block);
        } else {
            for (int panel = 0; panel < target.panels(); panel++) {
                kernels[member].update(target, active, deltas.get(weightLayer), -gradientScale(), block, panel);
            }
        }
    }

    /** What takes in the gradient of a layer: its weights themselves, or an array for the optimizer. */
    private PackedWeights gradientOf(int weightLayer) {
        return staged.isEmpty()
                ? layers.get(weightLayer)
                : staged.get(weightLayer).gradient();
    }

    private float gradientScale() {
        return staged.isEmpty() ? -rate : 1;
    }

    private void observe(LearningStatistics statistics) {
        boolean norms = statistics.wantsGradientNorms();
        for (int hiddenLayer = 0; hiddenLayer < top; hiddenLayer++) {
            ActiveInputs outputs = learning.active(hiddenLayer + 1);
            statistics.observe(hiddenLayer, outputs.active(), outputs.nonzeros(), outputs.absoluteSum(), batch.size());
            if (norms) {
                statistics.gradientNorm(
                        hiddenLayer,
                        gradientNorm.of(learning.active(hiddenLayer), deltas.get(hiddenLayer), batch.size()));
            }
        }
    }

    private long backwardMultiplyAdds() {
        long count = 0;
        for (int i = 0; i <= top; i++) {
            long passes = i == 0 ? 1 : 2;
            count += passes * learning.active(i).pairs() * definition.fanOut(i);
        }
        return count;
    }

    @Override
    public long multiplyAdds() {
        return multiplyAdds;
    }

    @Override
    public void copyTo(Parameters snapshot) {
        for (int i = 0; i <= top; i++) {
            layers.get(i).unpack(snapshot.layers().get(i));
        }
    }

    @Override
    public void copyFrom(Parameters snapshot) {
        for (int i = 0; i <= top; i++) {
            layers.get(i).pack(snapshot.layers().get(i));
        }
    }

    @Override
    public Map<String, INDArray> optimizerState() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        staged.forEach(update -> update.addTo(state));
        return state;
    }

    @Override
    public void restoreOptimizer(Map<String, INDArray> state) {
        OptimizerState.requireParametersOf(definition, state);
        if (fused.isPresent() && !state.isEmpty()) {
            throw new IllegalArgumentException(
                    "gradient descent remembers nothing, but is to restore " + state.keySet());
        }
        staged.forEach(update -> update.restore(state));
    }

    @Override
    public void close() {
        team.close();
        layers.clear();
    }
}
