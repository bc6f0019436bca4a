package org.rectify.api.listener;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rectify.api.metric.MetricValue;

/**
 * A run that has ended.
 *
 * @param diverged whether learning left the finite numbers
 * @param epochs learned
 * @param test every metric on the test split; empty where learning diverged
 * @since 0.2
 */
public record EndFacts(boolean diverged, int epochs, Map<String, MetricValue> test) {

    /** Copies the map, keeping its order. */
    public EndFacts {
        test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    }
}
