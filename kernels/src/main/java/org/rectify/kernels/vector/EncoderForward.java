package org.rectify.kernels.vector;

import org.rectify.kernels.network.HiddenLayer;

/**
 * The way of a minibatch from inputs to the outputs of a hidden layer, whose weights somebody else owns and moves.
 *
 * <p>Weights that are stored by row are multiplied row by row: inputs are then taken to be very sparse.
 */
final class EncoderForward {

    private final PackedWeights weights;
    private final boolean byRow;
    private final ReadAhead readAhead;
    private final PanelMatrix x;
    private final ActiveInputs activeInputs;
    private final LayerForward code;

    private final Team.Work load = this::load;
    private final Team.Work encode = this::encode;
    private final Team.Work encodeByRow = this::encodeByRow;

    private float[] rows = new float[0];
    private int examples;
    private boolean dense;

    /**
     * @param byRow how the weights are stored
     * @param capacity examples at most
     */
    EncoderForward(HiddenLayer layer, PackedWeights weights, boolean byRow, ReadAhead readAhead, int capacity) {
        this.weights = weights;
        this.byRow = byRow;
        this.readAhead = readAhead;
        this.x = new PanelMatrix(capacity, layer.inputs());
        this.activeInputs = ActiveInputs.forLearning(layer.inputs(), capacity, false);
        this.code = new LayerForward(layer, capacity);
    }

    /** What the layer makes of the inputs, before the signs. */
    LayerForward code() {
        return code;
    }

    /** The inputs that are not zero. */
    ActiveInputs activeInputs() {
        return activeInputs;
    }

    /**
     * Computes pre-activations and outputs of a minibatch.
     *
     * @param newRows examples x inputs, row after row
     */
    void run(Team team, float[] newRows, int count) {
        rows = newRows;
        examples = count;
        team.run(load, x.panels());
        dense = !byRow && activeInputs.density(examples) >= ForwardKernel.DENSE_FROM;
        if (byRow) {
            team.run(encodeByRow, RowKernel.chunks(weights.panels()));
        } else {
            team.run(encode, weights.panels());
        }
        if (!code.activation().isElementwise()) {
            code.activation().value(code.z(), code.a(), examples);
        }
    }

    /** Multiply-adds of weights in the last run. */
    long multiplyAdds() {
        long inputsUsed = dense ? (long) examples * weights.inputs() : activeInputs.nonzeros();
        return inputsUsed * code.layer().units();
    }

    private void load(int panel, int member) {
        x.take(panel, examples, rows);
        activeInputs.collect(panel, x, examples);
    }

    private void encode(int panel, int member) {
        code.z().fill(panel, examples, weights.biases());
        if (dense) {
            ForwardKernel.dense(weights, x, code.z(), panel, examples, readAhead.isActive());
        } else {
            ForwardKernel.sparse(weights, activeInputs, code.z(), panel, examples, readAhead.isActive());
        }
        activate(panel);
    }

    private void encodeByRow(int chunk, int member) {
        int first = RowKernel.firstPanel(chunk, weights.panels());
        int end = RowKernel.firstPanel(chunk + 1, weights.panels());
        for (int panel = first; panel < end; panel++) {
            code.z().fill(panel, examples, weights.biases());
        }
        RowKernel.add(weights, activeInputs, code.z(), chunk);
        for (int panel = first; panel < end; panel++) {
            activate(panel);
        }
    }

    private void activate(int panel) {
        if (code.activation().isElementwise()) {
            code.activation().value(code.z(), code.a(), panel, examples);
        }
    }
}
