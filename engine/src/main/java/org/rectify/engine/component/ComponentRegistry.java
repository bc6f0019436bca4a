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
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.guard.Guard;
import org.rectify.engine.guard.GuardedDatasetFactory;
import org.rectify.engine.guard.PluginCalls;

/** All components that plugins contributed, by kind and name. Immutable. */
public final class ComponentRegistry {

    private final List<PluginIdentity> plugins;
    private final Map<Kind<?, ?>, Map<String, Registered<?>>> byName;
    private final PluginCalls calls;

    private ComponentRegistry(
            List<PluginIdentity> plugins, Map<Kind<?, ?>, Map<String, Registered<?>>> byName, PluginCalls calls) {
        this.plugins = plugins;
        this.byName = byName;
        this.calls = calls;
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
        PluginCalls calls = new PluginCalls();
        Map<Kind<?, ?>, Map<String, Registered<?>>> byName = new LinkedHashMap<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            Map<String, Registered<?>> names = new TreeMap<>();
            for (Contributions contributed : contributions) {
                for (Declared declared : contributed.of(kind)) {
                    claim(kind, names, registered(kind, declared, contributed.plugin(), calls), conflicts);
                }
            }
            byName.put(kind, names);
        }
        return new ComponentRegistry(
                contributions.stream().map(Contributions::plugin).toList(), byName, calls);
    }

    private static Contributions contributions(PluginIdentity identity, List<Plugin> services) {
        Map<Kind<?, ?>, List<Declared>> factories = new LinkedHashMap<>();
        for (Kind<?, ?> kind : Kind.ALL) {
            List<Declared> ofKind = new ArrayList<>();
            services.forEach(service -> kind.contributions()
                    .apply(service)
                    .forEach(factory -> ofKind.add(Declared.of((ComponentFactory<?, ?>) factory))));
            factories.put(kind, ofKind);
        }
        return new Contributions(identity, factories);
    }

    /** A factory and the guard of what it makes; that of a data set is asked for more, and stands behind it too. */
    private static Registered<?> registered(
            Kind<?, ?> kind, Declared declared, PluginIdentity plugin, PluginCalls calls) {
        ComponentFactory<?, ?> factory = declared.factory();
        Guard guard = new Guard(
                calls,
                plugin.id(),
                plugin.location(),
                kind.name(),
                declared.name(),
                factory.getClass().getClassLoader());
        return factory instanceof DatasetFactory<?> dataset
                ? new Registered<>(new GuardedDatasetFactory<>(dataset, guard), declared, plugin, guard)
                : new Registered<>(factory, declared, plugin, guard);
    }

    private static void claim(
            Kind<?, ?> kind, Map<String, Registered<?>> names, Registered<?> claimant, Consumer<String> conflicts) {
        Set<String> claimed = new TreeSet<>(claimant.declared().aliases());
        claimed.add(claimant.declared().name());
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

    /** Which threads are inside calls into the components, and in which. */
    public PluginCalls calls() {
        return calls;
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
                        entry.getKey().equals(entry.getValue().declared().name()))
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
