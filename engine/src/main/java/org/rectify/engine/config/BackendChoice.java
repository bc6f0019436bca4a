package org.rectify.engine.config;

/** What computes networks. */
public enum BackendChoice {
    /** Dense, plain ND4J calls on one thread: the readable reference. */
    ND4J
}
