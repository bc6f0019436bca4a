package org.rectify.plugin.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.array.OutputRange;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;

/** An experiment of two hidden layers, as components see it. */
public record Facts(List<LayerFacts> hiddenLayers, Map<String, MetricDescription> metrics) implements ExperimentFacts {

    /** Hidden outputs in a range. */
    public static Facts ranging(OutputRange range) {
        LayerFacts layer = new LayerFacts(3, 3, range, true, false);
        return new Facts(List.of(layer, layer), Map.of());
    }

    /** Metrics in an order. */
    public static Facts measuring(Map<String, MetricDescription> metrics) {
        return new Facts(List.of(), metrics);
    }

    @Override
    public Optional<DataFacts> data() {
        return Optional.empty();
    }

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public Optional<String> component(String path) {
        return Optional.empty();
    }

    @Override
    public <T> Map<String, T> alternatives(Class<T> component) {
        return Map.of();
    }
}
