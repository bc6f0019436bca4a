package org.rectify.plugin.activations;

import java.util.Set;
import java.util.function.Function;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;

/** An activation under its name, made from its options alone. */
record NamedActivation<O extends Record>(
        String name,
        Set<String> aliases,
        String summary,
        String source,
        Class<O> options,
        Function<O, Activation> maker)
        implements ActivationFactory<O> {

    static <O extends Record> NamedActivation<O> withOptions(
            String name, String summary, String source, Class<O> options, Function<O, Activation> maker) {
        return new NamedActivation<>(name, Set.of(), summary, source, options, maker);
    }

    static NamedActivation<NoOptions> of(String name, String summary, String source, Activation activation) {
        return withOptions(name, summary, source, NoOptions.class, none -> activation);
    }

    NamedActivation<O> alias(String alias) {
        return new NamedActivation<>(name, Set.of(alias), summary, source, options, maker);
    }

    @Override
    public Activation create(O chosen, ComponentContext context) {
        return maker.apply(chosen);
    }
}
