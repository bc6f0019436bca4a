package org.rectify.kernels.vector;

import java.util.OptionalInt;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.kernels.Backend;
import org.rectify.kernels.DenoisingAutoencoder;
import org.rectify.kernels.Nd4jThreads;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** Sparse kernels over the machine's vectors; needs the module {@code jdk.incubator.vector}. */
public final class VectorBackend implements Backend {

    /** The fraction of active inputs from which on a layer's forward pass takes the dense kernel. */
    public static final double DENSE_FROM = ForwardKernel.DENSE_FROM;

    private final int threads;

    /**
     * A backend whose networks compute with so many threads each.
     *
     * @param threads at least 1; results do not depend on it
     */
    public VectorBackend(int threads) {
        this.threads = threads;
    }

    /** Whether this Java has the module. */
    public static boolean isAvailable() {
        try {
            return Panels.LANES > 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public OptionalInt vectorBits() {
        return OptionalInt.of(Panels.SPECIES.vectorBitSize());
    }

    @Override
    public NeuralNetwork create(NetworkDefinition network, Parameters initial, Optimizer optimizer, int minibatchSize) {
        Nd4jThreads.useOne();
        return new VectorNetwork(network, initial, optimizer, minibatchSize, threads);
    }

    @Override
    public DenoisingAutoencoder createAutoencoder(
            AutoencoderDefinition autoencoder, Parameters initial, double learningRate, int minibatchSize) {
        Nd4jThreads.useOne();
        return new VectorAutoencoder(autoencoder, initial, (float) learningRate, minibatchSize, threads);
    }
}
