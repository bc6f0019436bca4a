package org.rectify.engine.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
     * @throws RectifyException of category {@code PLUGIN} when a name is claimed twice, naming both claimants
     */
    public static ComponentRegistry of(Map<PluginIdentity, List<Plugin>> plugins) {
        List<String> conflicts = new ArrayList<>();
        ComponentRegistry registry = of(
                plugins.entrySet().stream()
                        .map(plugin -> contributions(plugin.getKey(), plugin.getValue()))
                        .toList(),
                conflicts::add);
        if (!conflicts.isEmpty()) {
            throw new RectifyException(Category.PLUGIN, String.join("\n", conflicts));
        }
        return registry;
    }

    /**
     * Registers contributions that were read before.
     *
     * @param conflicts is told of every name that is claimed twice, a sentence naming both claimants; the first keeps
     *     the name
     */
    public static ComponentRegistry of(List<Contributions> contributions, Consumer<String> conflicts) {
        Map<Kind<?, ?>, Map<String, Registered<?>>> byName = new LinkedHashMap<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            Map<String, Registered<?>> names = new TreeMap<>();
            for (Contributions contributed : contributions) {
                for (ComponentFactory<?, ?> factory : contributed.of(kind)) {
                    claim(kind, names, new Registered<>(factory, contributed.plugin()), conflicts);
                }
            }
            byName.put(kind, names);
        }
        return new ComponentRegistry(
                contributions.stream().map(Contributions::plugin).toList(), byName);
    }

    private static Contributions contributions(PluginIdentity identity, List<Plugin> services) {
        Map<Kind<?, ?>, List<ComponentFactory<?, ?>>> factories = new LinkedHashMap<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            List<ComponentFactory<?, ?>> ofKind = new ArrayList<>();
            services.forEach(service -> ofKind.addAll(kind.contributions().apply(service)));
            factories.put(kind, ofKind);
        }
        return new Contributions(identity, factories);
    }

    private static void claim(
            Kind<?, ?> kind, Map<String, Registered<?>> names, Registered<?> claimant, Consumer<String> conflicts) {
        Set<String> claimed = new TreeSet<>(claimant.factory().aliases());
        claimed.add(claimant.factory().name());
        for (String name : claimed) {
            Registered<?> earlier = names.putIfAbsent(name, claimant);
            if (earlier != null) {
                conflicts.accept(conflict(kind, name, earlier.plugin(), claimant.plugin()));
            }
        }
    }

    private static String conflict(Kind<?, ?> kind, String name, PluginIdentity first, PluginIdentity second) {
        String claimed = "the " + kind.name() + " '" + name + "'";
        return first.equals(second)
                ? first.location() + ": claims " + claimed + " twice; rename one of the two components"
                : "two plugins claim " + claimed + ": " + first.location() + " and " + second.location()
                        + "; remove one of them, or rename its component";
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
