package org.rectify.plugin.activations;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;

/** An activation under its name, made from its options and, where it groups units, the sizes of the hidden layers. */
record NamedActivation<O extends Record>(
        String name,
        Set<String> aliases,
        String summary,
        String source,
        Class<O> options,
        BiFunction<O, List<Integer>, Activation> maker)
        implements ActivationFactory<O> {

    static <O extends Record> NamedActivation<O> withOptions(
            String name, String summary, String source, Class<O> options, Function<O, Activation> maker) {
        return forLayers(name, summary, source, options, (chosen, hiddenLayers) -> maker.apply(chosen));
    }

    /**
     * An activation that may refuse the network it is for.
     *
     * @param maker takes the options and the units of each hidden layer
     */
    static <O extends Record> NamedActivation<O> forLayers(
            String name,
            String summary,
            String source,
            Class<O> options,
            BiFunction<O, List<Integer>, Activation> maker) {
        return new NamedActivation<>(name, Set.of(), summary, source, options, maker);
    }

    static NamedActivation<NoOptions> of(String name, String summary, String source, Activation activation) {
        return withOptions(name, summary, source, NoOptions.class, none -> activation);
    }

    NamedActivation<O> aliases(String... aliases) {
        return new NamedActivation<>(name, Set.of(aliases), summary, source, options, maker);
    }

    @Override
    public Activation create(O chosen, ComponentContext context) {
        return maker.apply(chosen, context.hiddenLayers());
    }
}
