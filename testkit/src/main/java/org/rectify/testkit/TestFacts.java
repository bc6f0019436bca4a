package org.rectify.testkit;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.facts.Unit;

/**
 * An experiment as a component's {@link ComponentFactory#check} sees it in a test: fixed, and changed by making a copy.
 *
 * @param data what the data set found; empty where it was not opened
 * @param hiddenLayers from the first
 * @param task of the output layer
 * @param metrics that are measured, by name; the first is the headline
 * @param components the name of the component chosen at a path, such as {@code "network.activation"}
 * @since 0.2
 */
public record TestFacts(
        Optional<DataFacts> data,
        List<LayerFacts> hiddenLayers,
        Task task,
        Map<String, MetricDescription> metrics,
        Map<String, String> components)
        implements ExperimentFacts {

    private static final LayerFacts RECTIFIERS = new LayerFacts(30, 30, OutputRange.NON_NEGATIVE, true, true);

    /** Copies the collections, keeping the order of metrics. */
    public TestFacts {
        hiddenLayers = List.copyOf(hiddenLayers);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        components = Map.copyOf(components);
    }

    /**
     * Two layers of 30 rectifiers on a small data set, of five classes or of three numbers to be told, and one metric whose lower
     * values are better.
     */
    public static TestFacts of(Task task) {
        DatasetInfo info = TestData.info(task);
        DataFacts data =
                new DataFacts(info.name(), info.shape(), info.range(), info.classes(), info.targets(), 100, 20, 50, 0);
        return new TestFacts(
                Optional.of(data),
                List.of(RECTIFIERS, RECTIFIERS),
                task,
                Map.of("error", new MetricDescription("error", Unit.NUMBER, Direction.LOWER)),
                Map.of());
    }

    /** The same on other data. */
    public TestFacts withData(DataFacts found) {
        return new TestFacts(Optional.of(found), hiddenLayers, task, metrics, components);
    }

    /** The same with data that were not opened, as in a study that is being planned. */
    public TestFacts withoutData() {
        return new TestFacts(Optional.empty(), hiddenLayers, task, metrics, components);
    }

    /** The same with other hidden layers, from the first. */
    public TestFacts withHiddenLayers(LayerFacts... layers) {
        return new TestFacts(data, Arrays.asList(layers), task, metrics, components);
    }

    /** The same with other metrics, of which the first is the headline. */
    public TestFacts withMetrics(Map<String, MetricDescription> measured) {
        return new TestFacts(data, hiddenLayers, task, measured, components);
    }

    /** The same with a component chosen at a path. */
    public TestFacts withComponent(String path, String name) {
        Map<String, String> more = new LinkedHashMap<>(components);
        more.put(path, name);
        return new TestFacts(data, hiddenLayers, task, metrics, more);
    }

    @Override
    public Optional<String> component(String path) {
        return Optional.ofNullable(components.get(path));
    }

    /** None: what else is registered is no matter of a test. */
    @Override
    public <T> Map<String, T> alternatives(Class<T> component) {
        return Map.of();
    }
}
