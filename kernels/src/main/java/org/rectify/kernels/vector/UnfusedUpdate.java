package org.rectify.kernels.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.kernels.OptimizerState;
import org.rectify.kernels.network.NetworkDefinition;

/**
 * The update of one layer whose gradient is written out first: by an element-wise optimizer where the weights live, panel by
 * panel; by any other on ND4J copies of all of them.
 */
final class UnfusedUpdate {

    private final PackedWeights weights;
    private final PackedWeights gradient;
    private final Parameter weightParameter;
    private final Parameter biasParameter;
    private final List<Paid> penalties = new ArrayList<>();
    private final Optional<ElementwiseOptimizer> elementwise;
    private final List<String> memoryNames;
    private final List<PackedWeights> memories = new ArrayList<>();
    private final float[][] weightMemories;
    private final float[][] biasMemories;
    private final Optional<ParameterUpdate> weightUpdate;
    private final Optional<ParameterUpdate> biasUpdate;

    /**
     * A penalty on weights.
     *
     * @param place among the penalties of the network
     * @param costs of each panel, then of the biases
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Paid(int place, WeightPenalty penalty, double[] costs) {}

    UnfusedUpdate(NetworkDefinition network, int layer, PackedWeights weights, Optimizer optimizer) {
        this.weights = weights;
        this.gradient = weights.alike();
        this.weightParameter = network.parameter(layer, Parameter.Role.WEIGHTS);
        this.biasParameter = network.parameter(layer, Parameter.Role.BIASES);
        for (int place = 0; place < network.regularization().penalties().size(); place++) {
            Penalty penalty = network.regularization().penalties().get(place).component();
            if (penalty instanceof WeightPenalty onWeights) {
                penalties.add(new Paid(place, onWeights, new double[weights.panels() + 1]));
            }
        }
        this.elementwise = elementwise(optimizer);
        this.memoryNames = elementwise
                .map(ElementwiseOptimizer::memories)
                .map(List::copyOf)
                .orElse(List.of());
        memoryNames.forEach(name -> memories.add(weights.alike()));
        this.weightMemories = memories.stream().map(PackedWeights::weights).toArray(float[][]::new);
        this.biasMemories = memories.stream().map(PackedWeights::biases).toArray(float[][]::new);
        boolean onArrays = elementwise.isEmpty();
        this.weightUpdate = onArrays ? Optional.of(optimizer.begin(weightParameter)) : Optional.empty();
        this.biasUpdate = onArrays ? Optional.of(optimizer.begin(biasParameter)) : Optional.empty();
    }

    private static Optional<ElementwiseOptimizer> elementwise(Optimizer optimizer) {
        if (optimizer instanceof GradientDescent descent) {
            return Optional.of(new PlainSteps(descent));
        }
        return optimizer instanceof ElementwiseOptimizer one ? Optional.of(one) : Optional.empty();
    }

    /** Gradient descent number by number, where its fused form cannot be used. */
    private record PlainSteps(GradientDescent descent) implements ElementwiseOptimizer {

        @Override
        public List<String> memories() {
            return List.of();
        }

        @Override
        public void update(
                Parameter parameter,
                float[] values,
                float[] gradients,
                float[][] nothing,
                int from,
                int to,
                Step step) {
            float rate = (float) (descent.learningRate() * step.rateFactor());
            for (int i = from; i < to; i++) {
                values[i] -= rate * gradients[i];
            }
        }
    }

    /** Where the gradient is gathered; zero between two steps. */
    PackedWeights gradient() {
        return gradient;
    }

    /** How many parts {@link #run} has: the panels, then the biases. */
    int parts() {
        return weights.panels() + 1;
    }

    /** Adds penalties to a part of the gradient, and learns from it where that can be done in parts. */
    void run(int part, Step step) {
        for (Paid paid : penalties) {
            paid.costs()[part] = part == weights.panels() ? payBiases(paid.penalty()) : pay(paid.penalty(), part);
        }
        if (elementwise.isPresent()) {
            if (part == weights.panels()) {
                learnBiases(elementwise.get(), step);
            } else {
                learn(elementwise.get(), part, step);
            }
        }
    }

    private double payBiases(WeightPenalty penalty) {
        return penalty.appliesTo(biasParameter)
                ? penalty.addDerivative(biasParameter, weights.biases(), 0, weights.units(), gradient.biases())
                : 0;
    }

    /** Row by row where a row has padding, which pays nothing. */
    private double pay(WeightPenalty penalty, int panel) {
        if (!penalty.appliesTo(weightParameter)) {
            return 0;
        }
        int used = weights.used(panel);
        int rows = used == weights.width() ? weights.inputs() : 1;
        double cost = 0;
        for (int input = 0; input < weights.inputs(); input += rows) {
            int from = weights.at(panel, input);
            int to = rows == 1 ? from + used : weights.at(panel, weights.inputs());
            cost += penalty.addDerivative(weightParameter, weights.weights(), from, to, gradient.weights());
        }
        return cost;
    }

    private void learnBiases(ElementwiseOptimizer optimizer, Step step) {
        optimizer.update(biasParameter, weights.biases(), gradient.biases(), biasMemories, 0, weights.units(), step);
        gradient.clearBiases();
    }

    /** All rows in one piece; whatever that makes of the padding is forgotten. */
    private void learn(ElementwiseOptimizer optimizer, int panel, Step step) {
        int from = weights.at(panel, 0);
        int to = weights.at(panel, weights.inputs());
        optimizer.update(weightParameter, weights.weights(), gradient.weights(), weightMemories, from, to, step);
        weights.clearPadding(panel);
        for (PackedWeights memory : memories) {
            memory.clearPadding(panel);
        }
        gradient.clear(panel);
    }

    /** Learns from the gradient where that takes all of it. */
    void finish(Step step) {
        if (weightUpdate.isPresent() && biasUpdate.isPresent()) {
            INDArray newWeights = weights.weightArray();
            INDArray newBiases = weights.biasArray();
            weightUpdate.get().apply(newWeights, gradient.weightArray(), step);
            biasUpdate.get().apply(newBiases, gradient.biasArray(), step);
            weights.pack(newWeights, newBiases);
            gradient.clear();
        }
    }

    /** Adds what the layer's weights and biases paid in the last step, by the places of penalties. */
    void addPenalties(double[] costs) {
        for (Paid paid : penalties) {
            for (double cost : paid.costs()) {
                costs[paid.place()] += cost;
            }
        }
    }

    /** Adds what the optimizer remembers, by the names of parameters and memories. */
    void addTo(Map<String, INDArray> state) {
        OptimizerState.add(
                state,
                weightParameter,
                weightUpdate.map(ParameterUpdate::state).orElseGet(() -> memories(PackedWeights::weightArray)));
        OptimizerState.add(
                state,
                biasParameter,
                biasUpdate.map(ParameterUpdate::state).orElseGet(() -> memories(PackedWeights::biasArray)));
    }

    private Map<String, INDArray> memories(Function<PackedWeights, INDArray> part) {
        Map<String, INDArray> byName = new LinkedHashMap<>();
        for (int memory = 0; memory < memories.size(); memory++) {
            byName.put(memoryNames.get(memory), part.apply(memories.get(memory)));
        }
        return byName;
    }

    /**
     * Lets the optimizer remember that.
     *
     * @throws IllegalArgumentException when it is not what such an optimizer remembers of the layer
     */
    void restore(Map<String, INDArray> state) {
        Map<String, INDArray> ofWeights = OptimizerState.of(state, weightParameter);
        Map<String, INDArray> ofBiases = OptimizerState.of(state, biasParameter);
        weightUpdate.ifPresent(update -> update.restore(ofWeights));
        biasUpdate.ifPresent(update -> update.restore(ofBiases));
        if (elementwise.isPresent()) {
            requireMemories(ofWeights, weightParameter);
            requireMemories(ofBiases, biasParameter);
        }
        for (int memory = 0; memory < memories.size(); memory++) {
            memories.get(memory).packWeights(saved(ofWeights, memory, weightParameter));
            memories.get(memory).packBiases(saved(ofBiases, memory, biasParameter));
        }
    }

    private void requireMemories(Map<String, INDArray> own, Parameter parameter) {
        if (!own.keySet().equals(Set.copyOf(memoryNames))) {
            throw new IllegalArgumentException("of " + parameter.name() + " the optimizer remembers " + memoryNames
                    + ", but is to restore " + own.keySet());
        }
    }

    private INDArray saved(Map<String, INDArray> own, int memory, Parameter parameter) {
        INDArray array = own.get(memoryNames.get(memory));
        if (array == null || array.length() != parameter.length()) {
            throw new IllegalArgumentException(memoryNames.get(memory) + " of " + parameter.name() + " has "
                    + (array == null ? 0 : array.length()) + " numbers, must have " + parameter.length());
        }
        return array;
    }
}
