package org.rectify.plugin.corruptions;

import java.util.function.Function;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.CorruptionFactory;

/** A corruption under its name, made from its options alone. */
record NamedCorruption<O extends Record>(
        String name, String summary, String source, Class<O> options, Function<O, Corruption> maker)
        implements CorruptionFactory<O> {

    @Override
    public Corruption create(O chosen, ComponentContext context) {
        return maker.apply(chosen);
    }
}
