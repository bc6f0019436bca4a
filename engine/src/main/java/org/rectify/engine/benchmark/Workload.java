package org.rectify.engine.benchmark;

/** Work that is done again and again, a minibatch at a time. */
interface Workload extends AutoCloseable {

    /** Examples of a step. */
    int minibatchSize();

    /** Does one minibatch, gathering it included. */
    void step();

    /** Begins again from the first parameters, and forgets what {@link #sparsity()} and {@link #skipped()} have seen. */
    void restart();

    /** Mean fraction of zeros in hidden outputs. */
    double sparsity();

    /** Fraction of multiply-adds of weights that were left out. */
    double skipped();

    /** Lets go of memory and threads. */
    @Override
    void close();
}
