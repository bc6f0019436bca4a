package org.rectify.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.Objection;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Declared;
import org.rectify.engine.component.Kind;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.component.Registered;
import org.rectify.engine.guard.Guard;

/**
 * The factory an experiment names for a component.
 *
 * @param kind of the component
 * @param declared the factory that makes it, and what it said of itself
 * @param factory that makes it, behind a guard where it is asked for more than components
 * @param plugin that contributed the factory
 * @param guard of what it makes
 */
record NamedFactory(
        Kind<?, ?> kind, Declared declared, ComponentFactory<?, ?> factory, PluginIdentity plugin, Guard guard) {

    static Optional<NamedFactory> of(ComponentRegistry registry, Kind<?, ?> kind, String name) {
        Optional<? extends Registered<?>> registered = registry.find(kind, name);
        return registered.map(
                found -> new NamedFactory(kind, found.declared(), found.factory(), found.plugin(), found.guard()));
    }

    /** The registered name, which the experiment may have given as an alias. */
    String name() {
        return declared.name();
    }

    Class<? extends Record> optionsType() {
        return declared.options();
    }

    /** Makes the component at once, behind its guard. */
    @SuppressWarnings("unchecked")
    Object create(Record options, ComponentContext context) {
        Object made = guard.ask("create", () -> ((ComponentFactory<Object, Record>) factory).create(options, context));
        if (!kind.component().isInstance(made)) {
            throw guard.fault(
                    "create",
                    "gives a " + made.getClass().getName() + ", which is no "
                            + kind.component().getSimpleName());
        }
        return kind.guarded(made, guard);
    }

    /** What keeps it from working beside the rest of an experiment. */
    @SuppressWarnings("unchecked")
    List<Objection> check(Record options, ExperimentFacts facts) {
        return guard.list("check", () -> ((ComponentFactory<Object, Record>) factory).check(options, facts));
    }

    /** What a data set finds where it looks for its examples. */
    @SuppressWarnings("unchecked")
    DataFacts describe(Record options, ComponentContext context) {
        return guard.ask("describe", () -> ((DatasetFactory<Record>) factory).describe(options, context));
    }

    /**
     * Leaves the component to be made later.
     *
     * @param refusal what options that do not go together become, should that turn out then
     */
    DeferredComponent<Object> choice(
            Record options,
            ComponentContext context,
            Function<InvalidOptionException, InvalidExperimentException> refusal) {
        Supplier<Object> maker = () -> {
            try {
                return create(options, context);
            } catch (InvalidOptionException e) {
                throw refusal.apply(e);
            }
        };
        return new DeferredComponent<>(name(), options, plugin, maker);
    }
}
