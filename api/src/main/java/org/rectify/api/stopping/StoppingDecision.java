package org.rectify.api.stopping;

/**
 * What follows from a measurement.
 *
 * @param keep the present parameters are those to return, so far
 * @param stop learning ends here
 * @since 0.1
 */
public record StoppingDecision(boolean keep, boolean stop) {}
