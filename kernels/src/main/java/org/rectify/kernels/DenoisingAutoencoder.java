package org.rectify.kernels;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.pretraining.Autoencoder;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.Parameters;

/** A denoising auto-encoder in the form of a backend (items 33 and 37). Used by one thread at a time. */
public interface DenoisingAutoencoder extends Autoencoder {

    /** What it is, without its parameters. */
    AutoencoderDefinition definition();

    /** Multiply-adds of weights that the last minibatch took, learned from or not. */
    long multiplyAdds();

    /**
     * Copies the present parameters out.
     *
     * @param snapshot in the shape of {@link AutoencoderDefinition#zeros}; tied weights are written to both layers
     */
    void copyTo(Parameters snapshot);

    /** Replaces the present parameters; the decoder's weights do not count where tied. */
    void copyFrom(Parameters snapshot);

    @Override
    default INDArray weights() {
        return parameters().layers().get(0).weights();
    }

    @Override
    default INDArray biases() {
        return parameters().layers().get(0).biases();
    }

    private Parameters parameters() {
        Parameters snapshot = definition().zeros(DataType.FLOAT);
        copyTo(snapshot);
        return snapshot;
    }
}
