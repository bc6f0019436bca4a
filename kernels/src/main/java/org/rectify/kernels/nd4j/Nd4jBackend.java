package org.rectify.kernels.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.kernels.Backend;
import org.rectify.kernels.DenoisingAutoencoder;
import org.rectify.kernels.Nd4jThreads;
import org.rectify.kernels.NeuralNetwork;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/**
 * The readable reference: dense, plain ND4J calls.
 *
 * <p>Always one thread: at small minibatches two make it slower, and sums would depend on their number.
 */
public final class Nd4jBackend implements Backend {

    private final DataType type;

    /** In 32 bits, as networks are trained. */
    public Nd4jBackend() {
        this(DataType.FLOAT);
    }

    /**
     * In 32 bits, or in 64 for checks.
     *
     * @param type {@code FLOAT} or {@code DOUBLE}
     */
    public Nd4jBackend(DataType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public NeuralNetwork create(NetworkDefinition network, Parameters initial, Optimizer optimizer, int minibatchSize) {
        Nd4jThreads.useOne();
        return new Nd4jNetwork(network, initial, optimizer, type);
    }

    @Override
    public DenoisingAutoencoder createAutoencoder(
            AutoencoderDefinition autoencoder, Parameters initial, double learningRate, int minibatchSize) {
        Nd4jThreads.useOne();
        return new Nd4jAutoencoder(autoencoder, initial, learningRate, type);
    }
}
