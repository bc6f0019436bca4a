package org.rectify.engine.component;

import java.util.List;
import java.util.Map;

/**
 * The factories one plugin contributes.
 *
 * @param factories by kind, in the plugin's order; a kind without any may be left out
 */
public record Contributions(PluginIdentity plugin, Map<Kind<?, ?>, List<Declared>> factories) {

    /** Copies the map. */
    public Contributions {
        factories = Map.copyOf(factories);
    }

    /** The factories of one kind. */
    public List<Declared> of(Kind<?, ?> kind) {
        return factories.getOrDefault(kind, List.of());
    }
}
