package org.rectify.engine.component;

import java.util.Set;
import org.rectify.api.component.ComponentFactory;

/**
 * A factory and what it says of itself, asked once: a factory that answers otherwise later changes nothing.
 *
 * @param name in experiment files
 * @param aliases further names
 * @param summary one sentence; may be empty
 * @param source where the paper defines the component; may be empty
 * @param options the record that binds its options
 */
public record Declared(
        ComponentFactory<?, ?> factory,
        String name,
        Set<String> aliases,
        String summary,
        String source,
        Class<? extends Record> options) {

    /** Copies the names. */
    public Declared {
        aliases = Set.copyOf(aliases);
    }

    /** What a factory that is trusted says. */
    public static Declared of(ComponentFactory<?, ?> factory) {
        return new Declared(
                factory, factory.name(), factory.aliases(), factory.summary(), factory.source(), factory.options());
    }
}
