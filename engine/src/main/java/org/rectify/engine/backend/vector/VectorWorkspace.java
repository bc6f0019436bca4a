package org.rectify.engine.backend.vector;

import java.util.ArrayList;
import java.util.List;
import org.rectify.engine.backend.Minibatch;
import org.rectify.engine.backend.SoftmaxOutput;
import org.rectify.engine.network.HiddenLayer;
import org.rectify.engine.network.NetworkDefinition;

/** The forward pass of a minibatch, and what it leaves, in arrays made once. */
final class VectorWorkspace {

    private final NetworkDefinition network;
    private final List<PackedWeights> layers;
    private final Team team;
    private final ReadAhead readAhead;
    private final int capacity;
    private final PanelMatrix inputs;
    private final List<ActiveInputs> active = new ArrayList<>();
    private final List<HiddenPass> hidden = new ArrayList<>();
    private final float[] scores;
    private final double[] logProbabilities;

    private final Team.Work load = this::load;
    private final Team.Work forward = this::forward;
    private final Team.Work collect = this::collect;
    private final Team.Work output = this::output;

    private Minibatch batch;
    private int layer;
    private boolean dense;
    private long multiplyAdds;

    private VectorWorkspace(
            NetworkDefinition network,
            List<PackedWeights> layers,
            Team team,
            ReadAhead readAhead,
            int capacity,
            boolean learning) {
        this.network = network;
        this.layers = layers;
        this.team = team;
        this.readAhead = readAhead;
        this.capacity = capacity;
        this.inputs = new PanelMatrix(capacity, network.inputs());
        this.batch = Minibatch.empty();
        boolean withZeros = false;
        for (int i = 0; i < network.weightLayers(); i++) {
            int fanIn = network.fanIn(i);
            active.add(
                    learning
                            ? ActiveInputs.forLearning(fanIn, capacity, withZeros)
                            : ActiveInputs.forObserving(fanIn, capacity));
            if (i < network.hidden().size()) {
                HiddenLayer above = network.hidden().get(i);
                hidden.add(new HiddenPass(above, capacity));
                withZeros = !above.activation().silentAtZero();
            }
        }
        scores = new float[capacity * layers.get(layers.size() - 1).width()];
        logProbabilities = new double[capacity * network.classes()];
    }

    /** For passes that are followed by a backward pass. */
    static VectorWorkspace forLearning(
            NetworkDefinition network, List<PackedWeights> layers, Team team, ReadAhead readAhead, int capacity) {
        return new VectorWorkspace(network, layers, team, readAhead, capacity, true);
    }

    /** For forward passes alone. */
    static VectorWorkspace forObserving(
            NetworkDefinition network, List<PackedWeights> layers, Team team, ReadAhead readAhead, int capacity) {
        return new VectorWorkspace(network, layers, team, readAhead, capacity, false);
    }

    int capacity() {
        return capacity;
    }

    /** The active inputs of a weight layer. */
    ActiveInputs active(int weightLayer) {
        return active.get(weightLayer);
    }

    HiddenPass hidden(int hiddenLayer) {
        return hidden.get(hiddenLayer);
    }

    /** The log-probability of each class, example after example. */
    double[] logProbabilities() {
        return logProbabilities;
    }

    /** Computes everything from the inputs to the log-probabilities. */
    void run(Minibatch newBatch) {
        batch = newBatch;
        multiplyAdds = 0;
        team.run(load, active.get(0).blocks());
        for (layer = 0; layer < hidden.size(); layer++) {
            HiddenPass pass = hidden.get(layer);
            boolean anyMatrix = layer > 0 || !batch.isSparse();
            dense = anyMatrix && active.get(layer).density(batch.size()) >= ForwardKernel.DENSE_FROM;
            long inputsUsed = dense
                    ? (long) batch.size() * network.fanIn(layer)
                    : active.get(layer).nonzeros();
            multiplyAdds += inputsUsed * network.fanOut(layer);
            team.run(forward, layers.get(layer).panels());
            if (!pass.activation().isElementwise()) {
                pass.activation().value(pass.z(), pass.a(), batch.size());
                team.run(collect, active.get(layer + 1).blocks());
            }
        }
        multiplyAdds += active.get(hidden.size()).nonzeros() * network.classes();
        team.run(output, batch.size());
    }

    /** Multiply-adds of the last pass. */
    long multiplyAdds() {
        return multiplyAdds;
    }

    private void load(int block, int member) {
        if (batch.isSparse()) {
            active.get(0).collect(block, batch);
            return;
        }
        inputs.take(block, batch.size(), batch.dense());
        active.get(0).collect(block, inputs, batch.size());
    }

    private void forward(int panel, int member) {
        HiddenPass pass = hidden.get(layer);
        PackedWeights weights = layers.get(layer);
        pass.z().fill(panel, batch.size(), weights.biases());
        if (dense) {
            PanelMatrix x = layer == 0 ? inputs : hidden.get(layer - 1).h();
            ForwardKernel.dense(weights, x, pass.z(), panel, batch.size(), readAhead.isActive());
        } else {
            ForwardKernel.sparse(weights, active.get(layer), pass.z(), panel, batch.size(), readAhead.isActive());
        }
        if (pass.activation().isElementwise()) {
            pass.activation().value(pass.z(), pass.a(), panel, batch.size());
            collect(panel, member);
        }
    }

    private void collect(int block, int member) {
        HiddenPass pass = hidden.get(layer);
        pass.sign(block, batch.size());
        active.get(layer + 1).collect(block, pass.h(), batch.size());
    }

    private void output(int example, int member) {
        int top = hidden.size();
        int classes = network.classes();
        int row = example * layers.get(top).width();
        OutputKernel.forward(layers.get(top), active.get(top), example, scores, row);
        for (int k = 0; k < classes; k++) {
            logProbabilities[example * classes + k] = scores[row + k];
        }
        SoftmaxOutput.logProbabilities(logProbabilities, example, classes);
    }
}
