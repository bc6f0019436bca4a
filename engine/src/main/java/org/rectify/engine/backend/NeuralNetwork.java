package org.rectify.engine.backend;

import org.rectify.api.metric.Observation;
import org.rectify.engine.network.NetworkDefinition;
import org.rectify.engine.network.Parameters;

/** A network in the form of a backend. Used by one thread at a time. */
public interface NeuralNetwork extends AutoCloseable {

    /** What it is, without its parameters. */
    NetworkDefinition definition();

    /**
     * Makes one step of learning on the cost averaged over a minibatch (items 16-18).
     *
     * @param statistics takes in what the step saw, before it changed the parameters
     */
    void learn(Minibatch batch, LearningStatistics statistics);

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

    /** Lets go of memory and threads. */
    @Override
    void close();
}
