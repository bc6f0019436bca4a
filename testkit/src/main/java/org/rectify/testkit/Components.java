package org.rectify.testkit;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;

/** Ways to make a registered component in a test, without the engine. */
public final class Components {

    private Components() {}

    /**
     * Makes a component that needs neither files nor a network, with its default options.
     *
     * <pre>{@code
     * Components.make(new MyPlugin().activations(), "elu")
     * }</pre>
     *
     * @param factories what a plugin contributes to one kind
     * @param name a registered name or an alias
     * @throws IllegalArgumentException when nothing has the name, or an option has no default
     */
    public static <T> T make(List<? extends ComponentFactory<? extends T, ?>> factories, String name) {
        return make(factories, name, TestContext.in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /** Makes a component with its default options; see {@link #make(List, String)}. */
    public static <T> T make(
            List<? extends ComponentFactory<? extends T, ?>> factories, String name, ComponentContext context) {
        for (ComponentFactory<? extends T, ?> factory : factories) {
            if (factory.name().equals(name) || factory.aliases().contains(name)) {
                return makeWithDefaults(factory, context);
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
        RecordComponent[] components = options.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String key = OptionRecords.key(components[i]);
            values[i] = OptionRecords.defaultOf(components[i])
                    .orElseThrow(() -> new IllegalArgumentException(
                            "option " + key + " of " + options.getName() + " has no default"));
        }
        return OptionRecords.construct(options, values);
    }

    private static <T, O extends Record> T makeWithDefaults(ComponentFactory<T, O> factory, ComponentContext context) {
        return factory.create(defaultOptions(factory.options()), context);
    }
}
