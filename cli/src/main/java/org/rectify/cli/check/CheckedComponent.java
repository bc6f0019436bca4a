package org.rectify.cli.check;

import java.util.Set;
import org.rectify.api.component.ComponentFactory;
import org.rectify.testkit.TestContext;

/**
 * A component that is held to its contract.
 *
 * @param options bound to their defaults
 * @param traits that it is taken to have
 */
record CheckedComponent(ComponentFactory<?, ?> factory, Record options, TestContext context, Set<Trait> traits) {

    /** A new one. */
    @SuppressWarnings("unchecked")
    <T> T make(Class<T> type) {
        return type.cast(((ComponentFactory<?, Record>) factory).create(options, context));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    CheckedComponent with(Trait trait) {
        return new CheckedComponent(factory, options, context, Set.of(trait));
    }
}
