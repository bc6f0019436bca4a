package org.rectify.kernels.vector;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.metric.Observation;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.OutputObservation;
import org.rectify.kernels.network.NetworkDefinition;

/**
 * Forward passes alone, of minibatches of any size.
 *
 * <p>A large minibatch is taken in pieces whose activations stay in the caches, unless an activation needs all of it.
 */
final class Observer {

    private static final int PIECE = 200;

    private final NetworkDefinition network;
    private final List<PackedWeights> layers;
    private final Team team;
    private final ReadAhead readAhead = new ReadAhead();
    private final boolean inPieces;
    private final long[] nonzeros;
    private VectorWorkspace workspace;
    private double[] predictions = {};
    private long multiplyAdds;

    Observer(NetworkDefinition network, List<PackedWeights> layers, Team team, int minibatchSize) {
        this.network = network;
        this.layers = layers;
        this.team = team;
        this.inPieces =
                network.hidden().stream().allMatch(layer -> new LayerActivation(layer.activation()).isElementwise());
        this.nonzeros = new long[network.weightLayers()];
        this.workspace = workspace(pieceOf(minibatchSize));
    }

    private VectorWorkspace workspace(int capacity) {
        return VectorWorkspace.forObserving(network, layers, team, readAhead, capacity);
    }

    private int pieceOf(int examples) {
        return inPieces ? Math.min(PIECE, examples) : examples;
    }

    /** Passes all examples through the network; the result is valid until the next pass. */
    Observation observe(Minibatch batch) {
        int piece = pieceOf(batch.capacity());
        if (workspace.capacity() < piece) {
            workspace = workspace(piece);
        }
        int outputs = network.outputs();
        if (predictions.length < batch.capacity() * outputs) {
            predictions = new double[batch.capacity() * outputs];
        }
        Arrays.fill(nonzeros, 0);
        multiplyAdds = 0;
        for (int first = 0; first < batch.size(); first += workspace.capacity()) {
            int count = run(batch, first);
            System.arraycopy(workspace.predictions(), 0, predictions, first * outputs, count * outputs);
            for (int i = 0; i < nonzeros.length; i++) {
                nonzeros[i] += workspace.active(i).nonzeros();
            }
            multiplyAdds += workspace.multiplyAdds();
        }
        return new Pass(batch);
    }

    private int run(Minibatch batch, int first) {
        int count = Math.min(workspace.capacity(), batch.size() - first);
        readAhead.begin();
        workspace.run(batch, first, count);
        readAhead.end();
        return count;
    }

    /** Multiply-adds of the last minibatch. */
    long multiplyAdds() {
        return multiplyAdds;
    }

    private INDArray hidden(Minibatch batch, int layer) {
        PanelMatrix h = workspace.hidden(layer).h();
        float[] rows = new float[batch.size() * h.columns()];
        boolean whole = batch.size() <= workspace.capacity();
        for (int first = 0; first < batch.size(); first += workspace.capacity()) {
            int count = whole ? batch.size() : run(batch, first);
            for (int panel = 0; panel < h.panels(); panel++) {
                workspace.hidden(layer).sign(panel, count);
            }
            h.copyTo(rows, first, count);
        }
        return Nd4j.createFromArray(rows).reshape(batch.size(), h.columns());
    }

    /** Outputs of hidden layers in pieces are computed once more where they are asked for. */
    private final class Pass extends OutputObservation {

        private final Minibatch batch;

        private Pass(Minibatch batch) {
            super(network, batch, predictions);
            this.batch = batch;
        }

        @Override
        public long zeros(int layer) {
            return (long) size() * hiddenOutputs(layer) - nonzeros[layer + 1];
        }

        @Override
        public long inputZeros() {
            return (long) size() * inputs() - nonzeros[0];
        }

        @Override
        public INDArray hidden(int layer) {
            return Observer.this.hidden(batch, layer);
        }
    }
}
