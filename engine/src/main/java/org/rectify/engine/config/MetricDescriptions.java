package org.rectify.engine.config;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.kernels.network.Named;

/**
 * How the metrics of an experiment are read and shown.
 *
 * @param byName in the experiment's order; the first is the headline
 */
public record MetricDescriptions(Map<String, MetricDescription> byName) {

    /** The member of a group of measured values that holds those of each layer. */
    public static final String PER_LAYER = "per-layer";

    /** The member of a group of measured values that holds matrices. */
    public static final String MATRICES = "matrices";

    /** Names that no metric can have, since its value would stand in the place of a group. */
    static final List<String> RESERVED = List.of(PER_LAYER, MATRICES);

    /** Copies the map, keeping its order. */
    public MetricDescriptions {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Those of metrics; a title that an earlier one has already gives way to the name. */
    public static MetricDescriptions of(List<Named<Metric>> metrics) {
        Map<String, MetricDescription> byName = new LinkedHashMap<>();
        Set<String> titles = new HashSet<>();
        for (Named<Metric> metric : metrics) {
            MetricDescription own = metric.component().description();
            String title = titles.add(own.title()) ? own.title() : words(metric.name());
            byName.put(metric.name(), new MetricDescription(title, own.unit(), own.direction()));
        }
        return new MetricDescriptions(byName);
    }

    /** Those of metrics of which nothing but the names is known. */
    public static MetricDescriptions unknown(Collection<String> names) {
        Map<String, MetricDescription> byName = new LinkedHashMap<>();
        names.forEach(name -> byName.put(name, unknown(name)));
        return new MetricDescriptions(byName);
    }

    private static MetricDescription unknown(String name) {
        return new MetricDescription(words(name), Unit.NUMBER, Direction.NEITHER);
    }

    private static String words(String name) {
        String words = name.replace('-', ' ');
        return words.isBlank() ? "'" + name + "'" : words;
    }

    /** The metric that choices and summaries go by; empty where nothing is measured. */
    public Optional<String> headline() {
        return byName.keySet().stream().findFirst();
    }

    /** How the values of a metric are read and shown; plain numbers where nothing is known of it. */
    public MetricDescription of(String metric) {
        MetricDescription known = byName.get(metric);
        return known == null ? unknown(metric) : known;
    }
}
