package org.rectify.api.component;

import java.util.List;
import java.util.Set;
import org.rectify.api.facts.ExperimentFacts;

/**
 * A named maker of components of one kind: what a plugin registers and an experiment file refers to.
 *
 * @param <T> the component made
 * @param <O> its options: a record whose components carry {@link Describe}, or {@link NoOptions}
 * @since 0.1
 */
public interface ComponentFactory<T, O extends Record> {

    /** The name in experiment files: kebab-case, unique in its kind over all plugins. */
    String name();

    /** Further names under which the component can be reached. */
    default Set<String> aliases() {
        return Set.of();
    }

    /** One sentence for {@code rectify list} and {@code rectify describe}. */
    default String summary() {
        return "";
    }

    /** Where the paper defines it: section or formula, and the item of the specification. */
    default String source() {
        return "";
    }

    /** The record that binds the component's options; keys are its component names in kebab-case. */
    Class<O> options();

    /**
     * Makes one component.
     *
     * @throws InvalidOptionException when options fit their ranges one by one but not together
     */
    T create(O options, ComponentContext context);

    /**
     * Says what keeps the component from working beside the rest of an experiment; asked before anything is trained.
     *
     * @param options bound, each within its range
     * @return empty where nothing does
     * @since 0.2
     */
    default List<Objection> check(O options, ExperimentFacts facts) {
        return List.of();
    }
}
