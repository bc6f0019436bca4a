package org.rectify.kernels;

import java.util.OptionalInt;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** Something that computes networks. */
public interface Backend {

    /** Its name in experiment files. */
    String name();

    /** Threads that a network computes with. */
    default int threads() {
        return 1;
    }

    /** Width in bits of the vectors it computes with; empty where it does not know. */
    default OptionalInt vectorBits() {
        return OptionalInt.empty();
    }

    /**
     * Makes a network that can compute and learn.
     *
     * @param initial its first parameters; copied
     * @param optimizer how it learns
     * @param minibatchSize of learning, at most; other sizes may be computed all the same
     */
    NeuralNetwork create(NetworkDefinition network, Parameters initial, Optimizer optimizer, int minibatchSize);

    /**
     * Makes a denoising auto-encoder that learns by gradient descent.
     *
     * @param initial its first parameters, encoder and decoder; copied; the decoder's weights do not count where tied
     * @param minibatchSize at most
     */
    DenoisingAutoencoder createAutoencoder(
            AutoencoderDefinition autoencoder, Parameters initial, double learningRate, int minibatchSize);
}
