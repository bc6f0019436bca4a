package org.rectify.engine.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;

/** All components that plugins contributed, by kind and name. Immutable. */
public final class ComponentRegistry {

    private final List<PluginIdentity> plugins;
    private final Map<Kind<?, ?>, Map<String, Registered<?>>> byName;

    private ComponentRegistry(List<PluginIdentity> plugins, Map<Kind<?, ?>, Map<String, Registered<?>>> byName) {
        this.plugins = plugins;
        this.byName = byName;
    }

    /**
     * Registers what plugins contribute.
     *
     * @throws RectifyException of category {@code PLUGIN} when two plugins claim a name, naming both
     */
    public static ComponentRegistry of(Map<PluginIdentity, List<Plugin>> plugins) {
        Map<Kind<?, ?>, Map<String, Registered<?>>> byName = new LinkedHashMap<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            Map<String, Registered<?>> names = new TreeMap<>();
            plugins.forEach((identity, services) -> services.forEach(service ->
                    kind.contributions().apply(service).forEach(factory -> claim(kind, names, identity, factory))));
            byName.put(kind, names);
        }
        return new ComponentRegistry(List.copyOf(plugins.keySet()), byName);
    }

    private static void claim(
            Kind<?, ?> kind, Map<String, Registered<?>> names, PluginIdentity plugin, ComponentFactory<?, ?> factory) {
        List<String> claimed = new ArrayList<>(factory.aliases());
        claimed.add(factory.name());
        for (String name : claimed) {
            Registered<?> earlier = names.putIfAbsent(name, new Registered<>(factory, plugin));
            if (earlier != null) {
                throw new RectifyException(
                        Category.PLUGIN,
                        "two plugins claim the " + kind.name() + " '" + name + "': "
                                + earlier.plugin().location() + " and " + plugin.location()
                                + "; remove one of them, or rename its component");
            }
        }
    }

    /** The plugins, in the order they were loaded. */
    public List<PluginIdentity> plugins() {
        return plugins;
    }

    /** The component of a name or alias. */
    @SuppressWarnings("unchecked")
    public <F extends ComponentFactory<?, ?>> Optional<Registered<F>> find(Kind<?, F> kind, String name) {
        return Optional.ofNullable((Registered<F>) names(kind).get(name));
    }

    /** Every component of a kind once, sorted by name, aliases left out. */
    @SuppressWarnings("unchecked")
    public <F extends ComponentFactory<?, ?>> List<Registered<F>> all(Kind<?, F> kind) {
        return names(kind).entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(entry.getValue().factory().name()))
                .map(entry -> (Registered<F>) entry.getValue())
                .toList();
    }

    /** Every accepted name of a kind, aliases included, sorted. */
    public List<String> acceptedNames(Kind<?, ?> kind) {
        return List.copyOf(names(kind).keySet());
    }

    private Map<String, Registered<?>> names(Kind<?, ?> kind) {
        Map<String, Registered<?>> names = byName.get(kind);
        if (names == null) {
            throw new IllegalArgumentException("no such kind: " + kind);
        }
        return names;
    }
}
