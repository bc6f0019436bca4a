package org.rectify.api.schedule;

/**
 * How the learning rate changes while a network learns. Immutable: the factor depends on the progress alone.
 *
 * @since 0.2
 */
public interface Schedule {

    /**
     * What the learning rate is multiplied by; finite and not negative.
     *
     * @param progress asked before every minibatch
     */
    double factor(Progress progress);
}
