package org.rectify.api.stopping;

import java.util.Map;

/**
 * The watch over one fine-tuning: told every measurement, in order.
 *
 * @since 0.1
 */
public interface StoppingWatch {

    /**
     * Judges one measurement.
     *
     * @since 0.2
     */
    StoppingDecision observe(Check check);

    /**
     * What the watch remembers, so that an interrupted fine-tuning can be taken up again; empty where it remembers nothing.
     *
     * @since 0.2
     */
    default Map<String, Double> state() {
        return Map.of();
    }

    /**
     * Remembers what {@link #state()} gave.
     *
     * @throws IllegalArgumentException when it is not a state of such a watch
     * @since 0.2
     */
    default void restore(Map<String, Double> state) {
        if (!state.isEmpty()) {
            throw new IllegalArgumentException("this watch remembers nothing, but is to restore " + state.keySet());
        }
    }
}
