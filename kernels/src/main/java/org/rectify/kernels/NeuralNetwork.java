package org.rectify.kernels;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.metric.Observation;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.network.Parameters;

/** A network in the form of a backend. Used by one thread at a time. */
public interface NeuralNetwork extends AutoCloseable {

    /** What it is, without its parameters. */
    NetworkDefinition definition();

    /**
     * Makes one step of learning on the cost averaged over a minibatch (items 16-18).
     *
     * @param step how far learning is
     * @param statistics takes in what the step saw, before it changed the parameters
     */
    void learn(Minibatch batch, LearningStep step, LearningStatistics statistics);

    /**
     * Computes the outputs for a minibatch.
     *
     * @return valid until the network is used again
     */
    Observation observe(Minibatch batch);

    /** Multiply-adds of weights that the last minibatch took, learned from or observed. */
    long multiplyAdds();

    /** Copies the present parameters out. */
    void copyTo(Parameters snapshot);

    /** Replaces the present parameters. */
    void copyFrom(Parameters snapshot);

    /**
     * What the optimizer remembers, as copies, by the name of the parameter and of the memory:
     * {@code "layer-1/weights/first-moment"}.
     */
    Map<String, INDArray> optimizerState();

    /**
     * Lets the optimizer remember what {@link #optimizerState()} gave.
     *
     * @throws IllegalArgumentException when it is not a state of this optimizer on this network
     */
    void restoreOptimizer(Map<String, INDArray> state);

    /** Lets go of memory and threads. */
    @Override
    void close();
}
