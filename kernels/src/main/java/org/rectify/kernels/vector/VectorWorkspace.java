package org.rectify.kernels.vector;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.random.RandomStream;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.network.HiddenLayer;
import org.rectify.kernels.network.NetworkDefinition;

/** The forward pass of a minibatch, and what it leaves, in arrays made once. */
final class VectorWorkspace {

    private final NetworkDefinition network;
    private final List<PackedWeights> layers;
    private final Team team;
    private final ReadAhead readAhead;
    private final int capacity;
    private final PanelMatrix inputs;
    private final List<ActiveInputs> active = new ArrayList<>();
    private final List<LayerForward> hidden = new ArrayList<>();
    private final float[] scores;
    private final double[] predictions;

    private final Team.Work load = this::load;
    private final Team.Work signBelow = this::signBelow;
    private final Team.Work forward = this::forward;
    private final Team.Work collect = this::collect;
    private final Team.Work output = this::output;

    private Minibatch batch;
    private int first;
    private int examples;
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
                double dropout = learning ? network.regularization().hiddenDropout(i) : 0;
                hidden.add(new LayerForward(above, capacity, dropout));
                withZeros = !above.activation().silentAtZero();
            }
        }
        scores = new float[capacity * layers.get(layers.size() - 1).width()];
        predictions = new double[capacity * network.outputs()];
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

    LayerForward hidden(int hiddenLayer) {
        return hidden.get(hiddenLayer);
    }

    /** What the output layer predicts, example after example. */
    double[] predictions() {
        return predictions;
    }

    /**
     * Computes everything from the inputs to the predictions.
     *
     * @param dropout draws what is left out
     */
    void run(Minibatch newBatch, RandomStream dropout) {
        for (LayerForward pass : hidden) {
            pass.drop(dropout, newBatch.size());
        }
        run(newBatch, 0, newBatch.size());
    }

    /**
     * The same for some examples of a minibatch.
     *
     * @param count not more than the capacity
     */
    void run(Minibatch newBatch, int firstExample, int count) {
        batch = newBatch;
        first = firstExample;
        examples = count;
        multiplyAdds = 0;
        team.run(load, active.get(0).blocks());
        for (layer = 0; layer < hidden.size(); layer++) {
            LayerForward pass = hidden.get(layer);
            boolean anyMatrix = layer > 0 || !batch.isSparse();
            dense = anyMatrix && active.get(layer).density(examples) >= ForwardKernel.DENSE_FROM;
            long inputsUsed = dense
                    ? (long) examples * network.fanIn(layer)
                    : active.get(layer).nonzeros();
            multiplyAdds += inputsUsed * network.fanOut(layer);
            if (dense && layer > 0 && hidden.get(layer - 1).isSigned()) {
                team.run(signBelow, active.get(layer).blocks());
            }
            team.run(forward, layers.get(layer).panels());
            if (!pass.activation().isElementwise()) {
                pass.activation().value(pass.z(), pass.a(), examples);
                team.run(collect, active.get(layer + 1).blocks());
            }
        }
        multiplyAdds += active.get(hidden.size()).nonzeros() * network.outputs();
        team.run(output, examples);
    }

    /** Multiply-adds of the last pass. */
    long multiplyAdds() {
        return multiplyAdds;
    }

    private void load(int block, int member) {
        if (batch.isSparse()) {
            active.get(0).collect(block, batch, first, examples);
            return;
        }
        inputs.take(block, examples, batch.dense(), first);
        active.get(0).collect(block, inputs, examples);
    }

    private void forward(int panel, int member) {
        LayerForward pass = hidden.get(layer);
        PackedWeights weights = layers.get(layer);
        pass.z().fill(panel, examples, weights.biases());
        if (dense) {
            PanelMatrix x = layer == 0 ? inputs : hidden.get(layer - 1).h();
            ForwardKernel.dense(weights, x, pass.z(), panel, examples, readAhead.isActive());
        } else {
            ForwardKernel.sparse(weights, active.get(layer), pass.z(), panel, examples, readAhead.isActive());
        }
        if (pass.activation().isElementwise()) {
            pass.activation().value(pass.z(), pass.a(), panel, examples);
            collect(panel, member);
        }
    }

    /** Only a layer that is multiplied whole looks at inputs that are not listed. */
    private void signBelow(int block, int member) {
        hidden.get(layer - 1).sign(block, examples);
    }

    private void collect(int block, int member) {
        LayerForward pass = hidden.get(layer);
        active.get(layer + 1).collect(block, pass, examples);
    }

    private void output(int example, int member) {
        int top = hidden.size();
        int outputs = network.outputs();
        int row = example * layers.get(top).width();
        OutputKernel.forward(layers.get(top), active.get(top), example, scores, row);
        for (int k = 0; k < outputs; k++) {
            predictions[example * outputs + k] = scores[row + k];
        }
        network.output().predict(predictions, example * outputs);
    }
}
