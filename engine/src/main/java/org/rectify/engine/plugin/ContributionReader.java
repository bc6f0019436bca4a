package org.rectify.engine.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.Contributions;
import org.rectify.engine.component.Declared;
import org.rectify.engine.component.Kind;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.guard.ContextClassLoader;
import org.rectify.engine.guard.PluginText;
import org.rectify.engine.guard.Thrown;

/** Asks the services of one plugin for their factories, and holds each to the contract. */
final class ContributionReader {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final PluginClassLoader loader;
    private final Problems problems;

    ContributionReader(PluginClassLoader loader, Problems problems) {
        this.loader = loader;
        this.problems = problems;
    }

    /** What passes; what does not is among the problems. */
    Contributions read(PluginIdentity identity, List<PluginService> services) {
        Map<Kind<?, ?>, List<Declared>> factories = new LinkedHashMap<>();
        for (PluginService service : services) {
            problems.collect(() -> {
                Plugin plugin = ContextClassLoader.during(loader, () -> ServiceClass.instantiate(service, loader));
                for (Kind<?, ?> kind : Kind.ALL) {
                    problems.collect(() -> factories
                            .computeIfAbsent(kind, none -> new ArrayList<>())
                            .addAll(read(service, plugin, kind)));
                }
            });
        }
        return new Contributions(identity, factories);
    }

    private List<Declared> read(PluginService service, Plugin plugin, Kind<?, ?> kind) {
        String asked = "asked for its components of kind '" + kind + "', it ";
        List<? extends @Nullable Object> contributed = calling(service, asked, () -> {
            List<? extends @Nullable Object> given = kind.contributions().apply(plugin);
            return given == null ? null : new ArrayList<@Nullable Object>(given);
        });
        if (contributed == null) {
            throw service.refused(asked + "returns null; let it return an empty list");
        }
        List<Declared> accepted = new ArrayList<>();
        for (Object factory : contributed) {
            problems.collect(() -> accepted.add(accept(service, kind, factory)));
        }
        return accepted;
    }

    private Declared accept(PluginService service, Kind<?, ?> kind, @Nullable Object given) {
        if (!kind.factory().isInstance(given) || !(given instanceof ComponentFactory<?, ?> factory)) {
            throw service.refused("its components of kind '" + kind + "' hold "
                    + (given == null ? "null" : "a " + given.getClass().getName()) + "; every one must implement "
                    + kind.factory().getSimpleName());
        }
        String of = "the " + kind + " " + given.getClass().getName() + ": ";
        String name = calling(service, of + "name() ", factory::name);
        requireName(service, of + "name()", name);
        String named = "the " + kind + " '" + name + "': ";
        List<@Nullable String> aliases = calling(service, named + "aliases() ", () -> {
            Set<String> set = factory.aliases();
            return set == null ? null : new ArrayList<@Nullable String>(set);
        });
        require(aliases != null, service, named + "aliases() is null; return an empty set");
        aliases.forEach(alias -> requireName(service, named + "aliases()", alias));
        Class<? extends Record> options = calling(service, named + "options() ", factory::options);
        require(options != null, service, named + "options() is null; return its record, or NoOptions.class");
        String objection = calling(service, named + "options() ", () -> OptionsRecord.objection(options));
        require(objection == null, service, named + "options() is " + options.getName() + ", " + objection);
        String summary = calling(service, named + "summary() ", factory::summary);
        require(summary != null, service, named + "summary() is null");
        String source = calling(service, named + "source() ", factory::source);
        require(source != null, service, named + "source() is null");
        return new Declared(factory, name, Set.copyOf(aliases), summary, source, options);
    }

    private static void requireName(PluginService service, String what, @Nullable String name) {
        require(
                name != null && KEBAB_CASE.matcher(name).matches(),
                service,
                what + " gives " + (name == null ? "null" : "'" + PluginText.line(name) + "'")
                        + "; names are kebab-case: small letters and digits in groups joined by '-', a letter first");
    }

    private static void require(boolean condition, PluginService service, String reason) {
        if (!condition) {
            throw service.refused(reason);
        }
    }

    private <T extends @Nullable Object> T calling(PluginService service, String doing, Supplier<T> call) {
        try {
            return ContextClassLoader.during(loader, call);
        } catch (Throwable thrown) {
            throw service.refused(doing + Failure.describe(thrown), Thrown.of(thrown));
        }
    }
}
