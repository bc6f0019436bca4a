package org.rectify.plugin.training;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.rectify.api.component.ComponentFactory;
import org.rectify.testkit.Components;

/** The components that the plugin registers, each with its defaults and with what has none. */
final class Registered {

    private static final Map<String, Map<String, String>> GIVEN = Map.ofEntries(
            Map.entry("exponential", Map.of("decay", "0.9")),
            Map.entry("inverse", Map.of("decay", "0.1")),
            Map.entry("kl-sparsity", Map.of("coefficient", "0.5")),
            Map.entry("l1-weights", Map.of("coefficient", "0.5")),
            Map.entry("l2-weights", Map.of("coefficient", "0.5")),
            Map.entry("momentum", Map.of("learning-rate", "0.1")),
            Map.entry("sgd", Map.of("learning-rate", "0.1")),
            Map.entry("step", Map.of("every", "3")),
            Map.entry("top-k-error", Map.of("k", "2")),
            Map.entry("uniform", Map.of("bound", "0.3")));

    private Registered() {}

    /** One set of arguments for each component of a kind: its name and the component. */
    static <T> Stream<Arguments> each(List<? extends ComponentFactory<? extends T, ?>> factories) {
        return factories.stream().map(factory -> made(factories, factory.name(), given(factory.name())));
    }

    /** A component with these options. */
    static <T> Arguments made(
            List<? extends ComponentFactory<? extends T, ?>> factories, String name, Map<String, String> options) {
        return argumentSet(name + " " + options, name, Components.<T>make(factories, name, options));
    }

    /** The options of a component that have no default. */
    static Map<String, String> given(String name) {
        return GIVEN.getOrDefault(name, Map.of());
    }
}
