package org.rectify.engine.config;

/** What computes networks. */
public enum BackendChoice {
    /** Sparse kernels over the machine's vectors; where Java lacks its vector module, ND4J in its place, with a warning. */
    VECTOR,
    /** Dense, plain ND4J calls on one thread: the readable reference. */
    ND4J
}
