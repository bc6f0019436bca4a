package org.rectify.testkit;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;

/**
 * Ways to make a registered component in a test, without the engine.
 *
 * @since 0.1
 */
public final class Components {

    private Components() {}

    /**
     * Makes a component that needs neither files nor a network, with its default options.
     *
     * <pre>{@code
     * Components.make(new MyPlugin().activations(), "square-plus")
     * }</pre>
     *
     * @param factories what a plugin contributes to one kind
     * @param name a registered name or an alias
     * @throws IllegalArgumentException when nothing has the name, or an option has no default
     */
    public static <T> T make(List<? extends ComponentFactory<? extends T, ?>> factories, String name) {
        return make(factories, name, TestContext.in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /**
     * Makes a component with some of its options given, as they would stand in an experiment file, and defaults for the others.
     *
     * <pre>{@code
     * Components.make(new MyPlugin().optimizers(), "momentum", Map.of("learning-rate", "0.1"))
     * }</pre>
     *
     * @param factories what a plugin contributes to one kind
     * @param name a registered name or an alias
     * @param given the text of each option by its key
     * @throws IllegalArgumentException when nothing has the name, or an option is unknown or has neither text nor default
     * @since 0.2
     */
    public static <T> T make(
            List<? extends ComponentFactory<? extends T, ?>> factories, String name, Map<String, String> given) {
        return make(find(factories, name), given, TestContext.in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /** Makes a component with its default options; see {@link #make(List, String)}. */
    public static <T> T make(
            List<? extends ComponentFactory<? extends T, ?>> factories, String name, ComponentContext context) {
        return make(find(factories, name), Map.of(), context);
    }

    private static <T> ComponentFactory<? extends T, ?> find(
            List<? extends ComponentFactory<? extends T, ?>> factories, String name) {
        for (ComponentFactory<? extends T, ?> factory : factories) {
            if (factory.name().equals(name) || factory.aliases().contains(name)) {
                return factory;
            }
        }
        List<String> names =
                factories.stream().<String>map(ComponentFactory::name).toList();
        throw new IllegalArgumentException("nothing is registered as " + name + "; registered are " + names);
    }

    /**
     * An options record in which every option has its default.
     *
     * @throws IllegalArgumentException when an option has no default, or a default does not read as its type
     */
    public static <O extends Record> O defaultOptions(Class<O> options) {
        return options(options, Map.of());
    }

    /**
     * An options record in which some options are given, as they would stand in an experiment file, and the others have their
     * defaults.
     *
     * @param given the text of each option by its key
     * @throws IllegalArgumentException when an option is unknown or has neither text nor default, or a text does not read as its
     *     type
     * @since 0.2
     */
    public static <O extends Record> O options(Class<O> options, Map<String, String> given) {
        RecordComponent[] components = options.getRecordComponents();
        Object[] values = new Object[components.length];
        Set<String> unknown = new HashSet<>(given.keySet());
        for (int i = 0; i < components.length; i++) {
            String key = OptionRecords.key(components[i]);
            String text = given.get(key);
            Optional<Object> value = text == null
                    ? OptionRecords.defaultOf(components[i])
                    : Optional.of(OptionRecords.read(components[i].getGenericType(), text));
            values[i] = value.orElseThrow(() ->
                    new IllegalArgumentException("option " + key + " of " + options.getName() + " has no default"));
            unknown.remove(key);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(options.getName() + " has no options " + unknown);
        }
        return OptionRecords.construct(options, values);
    }

    private static <T, O extends Record> T make(
            ComponentFactory<T, O> factory, Map<String, String> given, ComponentContext context) {
        return factory.create(options(factory.options(), given), context);
    }
}
