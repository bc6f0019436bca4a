package org.rectify.plugin.training;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricFactory;
import org.rectify.testkit.Components;
import org.rectify.testkit.MetricContract;
import org.rectify.testkit.TestFacts;

/** Whatever metric the plugin registers keeps the contract, of every task that it does not object to. */
@ParameterizedClass
@MethodSource("metrics")
class EveryMetricTest extends MetricContract {

    private final Task task;
    private final Metric metric;

    EveryMetricTest(Task task, Metric metric) {
        this.task = task;
        this.metric = metric;
    }

    static Stream<Arguments> metrics() {
        List<MetricFactory<?>> factories = new TrainingPlugin().metrics();
        return factories.stream()
                .flatMap(factory -> Arrays.stream(Task.values())
                        .filter(task -> measures(factory, task))
                        .map(task -> argumentSet(
                                factory.name() + " of " + task,
                                task,
                                Components.<Metric>make(factories, factory.name(), Registered.given(factory.name())))));
    }

    private static <O extends Record> boolean measures(MetricFactory<O> factory, Task task) {
        O options = Components.options(factory.options(), Registered.given(factory.name()));
        return factory.check(options, TestFacts.of(task)).isEmpty();
    }

    @Override
    protected Metric metric() {
        return metric;
    }

    @Override
    protected Task task() {
        return task;
    }
}
