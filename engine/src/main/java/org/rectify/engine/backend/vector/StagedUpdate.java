package org.rectify.engine.backend.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.engine.network.NetworkDefinition;

/**
 * The update of one layer whose gradient is written out first: by an element-wise optimizer where the weights live, panel by
 * panel; by any other on ND4J copies of all of them.
 */
final class StagedUpdate {

    private final PackedWeights weights;
    private final PackedWeights gradient;
    private final Parameter weightParameter;
    private final Parameter biasParameter;
    private final List<Paid> penalties = new ArrayList<>();
    private final Optional<ElementwiseOptimizer> elementwise;
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

    StagedUpdate(NetworkDefinition network, int layer, PackedWeights weights, Optimizer optimizer) {
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
        elementwise.ifPresent(one -> one.memories().forEach(name -> memories.add(weights.alike())));
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
        if (part == weights.panels()) {
            range(biasParameter, weights.biases(), gradient.biases(), biasMemories, part, 0, weights.units(), step);
            return;
        }
        for (Paid paid : penalties) {
            paid.costs()[part] = 0;
        }
        int used = Math.min(weights.width(), weights.units() - part * weights.width());
        if (used == weights.width()) {
            int from = weights.at(part, 0);
            weightRange(part, from, weights.at(part, weights.inputs()), step);
            return;
        }
        for (int input = 0; input < weights.inputs(); input++) {
            int from = weights.at(part, input);
            weightRange(part, from, from + used, step);
        }
    }

    private void weightRange(int part, int from, int to, Step step) {
        range(weightParameter, weights.weights(), gradient.weights(), weightMemories, part, from, to, step);
    }

    private void range(
            Parameter parameter,
            float[] values,
            float[] gradients,
            float[][] remembered,
            int part,
            int from,
            int to,
            Step step) {
        for (Paid paid : penalties) {
            if (paid.penalty().appliesTo(parameter)) {
                paid.costs()[part] += paid.penalty().addDerivative(parameter, values, from, to, gradients);
            }
        }
        if (elementwise.isPresent()) {
            elementwise.get().update(parameter, values, gradients, remembered, from, to, step);
        }
    }

    /** Learns from the gradient where that takes all of it, and clears it. */
    void finish(Step step) {
        if (weightUpdate.isPresent() && biasUpdate.isPresent()) {
            INDArray newWeights = weights.weightArray();
            INDArray newBiases = weights.biasArray();
            weightUpdate.get().apply(newWeights, gradient.weightArray(), step);
            biasUpdate.get().apply(newBiases, gradient.biasArray(), step);
            weights.pack(newWeights, newBiases);
        }
        gradient.clear();
    }

    /** Adds what the layer's weights and biases paid in the last step, by the places of penalties. */
    void addPenalties(double[] costs) {
        for (Paid paid : penalties) {
            for (int part = 0; part < parts(); part++) {
                costs[paid.place()] += paid.costs()[part];
            }
        }
    }

    /** What the optimizer remembers, by the names of parameters and memories. */
    Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        weightUpdate.ifPresent(update -> put(state, weightParameter, update.state()));
        biasUpdate.ifPresent(update -> put(state, biasParameter, update.state()));
        for (int memory = 0; memory < memories.size(); memory++) {
            String name = elementwise.orElseThrow().memories().get(memory);
            state.put(weightParameter.name() + "/" + name, memories.get(memory).weightArray());
            state.put(biasParameter.name() + "/" + name, memories.get(memory).biasArray());
        }
        return state;
    }

    private static void put(Map<String, INDArray> state, Parameter parameter, Map<String, INDArray> own) {
        own.forEach((name, array) -> state.put(parameter.name() + "/" + name, array));
    }

    /** Lets the optimizer remember that. */
    void restore(Map<String, INDArray> state) {
        weightUpdate.ifPresent(update -> update.restore(own(state, weightParameter)));
        biasUpdate.ifPresent(update -> update.restore(own(state, biasParameter)));
        for (int memory = 0; memory < memories.size(); memory++) {
            String name = elementwise.orElseThrow().memories().get(memory);
            memories.get(memory).pack(array(state, weightParameter, name), array(state, biasParameter, name));
        }
    }

    private static Map<String, INDArray> own(Map<String, INDArray> state, Parameter parameter) {
        String prefix = parameter.name() + "/";
        Map<String, INDArray> own = new LinkedHashMap<>();
        state.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), array);
            }
        });
        return own;
    }

    private static INDArray array(Map<String, INDArray> state, Parameter parameter, String memory) {
        String name = parameter.name() + "/" + memory;
        INDArray array = state.get(name);
        if (array == null || array.length() != parameter.length()) {
            throw new IllegalArgumentException("the optimizer's state lacks " + name + " of " + parameter.rows() + " x "
                    + parameter.columns() + "; it holds " + state.keySet());
        }
        return array;
    }
}
