package org.rectify.api.listener;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;

/**
 * A run that begins.
 *
 * @param name of the experiment
 * @param seed its master seed
 * @param experiment the resolved experiment, HOCON
 * @param directory the run directory, in which a listener may make a folder named as it is
 * @param data what the data set holds
 * @param hiddenLayers from the first
 * @param metrics what is measured, by name; the first is the headline
 * @since 0.2
 */
public record RunFacts(
        String name,
        long seed,
        String experiment,
        Path directory,
        DataFacts data,
        List<LayerFacts> hiddenLayers,
        Map<String, MetricDescription> metrics) {

    /** Copies the collections, keeping their order. */
    public RunFacts {
        hiddenLayers = List.copyOf(hiddenLayers);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
