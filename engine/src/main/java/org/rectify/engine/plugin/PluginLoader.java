package org.rectify.engine.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.common.config.ND4JClassLoading;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Contributions;
import org.rectify.engine.component.PluginIdentity;

/**
 * Loads the plugins of directories: each sub-directory that holds jars, and each jar that lies directly in the directory,
 * is one plugin with a class loader of its own.
 */
public final class PluginLoader {

    private final ClassLoader host = Plugin.class.getClassLoader();
    private final Problems problems = new Problems();
    private final HostApi api = HostApi.read();
    private final Map<String, PluginIdentity> identities = new LinkedHashMap<>();
    private final Map<PluginIdentity, PluginClassLoader> loaders = new LinkedHashMap<>();
    private final List<Contributions> contributions = new ArrayList<>();

    private PluginLoader() {
        // ND4J looks up its backend through the context class loader of whoever touches it first, unless told where to
        // look.
        ND4JClassLoading.setNd4jClassloader(host);
    }

    /**
     * Loads every plugin of every directory, in the order given and then by file name.
     *
     * @throws RectifyException naming everything that is wrong with any of them, numbered: of category {@code PLUGIN}
     *     where a plugin is broken, of category {@code USER} where only a directory cannot be read
     */
    public static LoadedPlugins load(List<Path> directories) {
        return new PluginLoader().loadAll(directories);
    }

    /**
     * Loads one plugin as far as it can be loaded, beside others, which it may share no name with.
     *
     * @param location its jar, or the folder that holds its jars
     * @param others directories of plugins; one that has the plugin's id is left out
     * @throws RectifyException of category {@code USER} when no plugin lies there, or the others cannot be found
     */
    public static PluginInspection inspect(Path location, List<Path> others) {
        return new PluginLoader().inspectOne(location, others);
    }

    private LoadedPlugins loadAll(List<Path> directories) {
        LoadedPlugins loaded = null;
        try {
            for (PluginFiles files : PluginFiles.find(directories, problems)) {
                problems.collect(() -> loadOne(files));
            }
            ComponentRegistry registry = ComponentRegistry.of(contributions, problems::plugin);
            problems.throwIfAny();
            loaded = new LoadedPlugins(registry, loaders);
            return loaded;
        } finally {
            if (loaded == null) {
                LoadedPlugins.close(loaders.values());
            }
        }
    }

    private PluginInspection inspectOne(Path location, List<Path> others) {
        PluginFiles files = PluginFiles.at(location);
        problems.collect(() -> loadOne(files));
        List<Plugin> services = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        loaders.forEach((identity, loader) -> {
            List<PluginJar> jars = files.jars().stream().map(PluginJar::read).toList();
            files.services(jars)
                    .forEach(service ->
                            ServiceClass.tryInstantiate(service, loader).ifPresent(services::add));
            jars.stream()
                    .filter(jar -> !jar.services().isEmpty())
                    .forEach(jar -> advice.addAll(ManifestAdvice.on(jar)));
        });
        Optional<PluginIdentity> identity = loaders.keySet().stream().findFirst();
        for (PluginFiles other : PluginFiles.find(others, problems)) {
            problems.collect(() -> loadUnlessNamesake(other));
        }
        ComponentRegistry registry = ComponentRegistry.of(contributions, problems::plugin);
        return new PluginInspection(
                identity, problems.messages(), advice, services, new LoadedPlugins(registry, loaders));
    }

    private void loadOne(PluginFiles files) {
        Candidate candidate = Candidate.of(files);
        PluginIdentity identity = candidate.identity();
        PluginIdentity namesake = identities.putIfAbsent(identity.id(), identity);
        if (namesake != null) {
            throw new RectifyException(
                    Category.PLUGIN,
                    "two plugins have the id '" + identity.id() + "': " + namesake.location() + " and "
                            + identity.location() + "; remove one of them");
        }
        load(candidate);
    }

    private void loadUnlessNamesake(PluginFiles files) {
        Candidate candidate = Candidate.of(files);
        if (identities.putIfAbsent(candidate.identity().id(), candidate.identity()) == null) {
            load(candidate);
        }
    }

    private void load(Candidate candidate) {
        PluginFiles files = candidate.files();
        List<PluginJar> jars = candidate.jars();
        jars.forEach(jar -> jar.requireClassPathWithin(files.jars()));
        jars.forEach(api::requireServes);
        List<PluginService> services = files.services(jars);
        PluginIdentity identity = candidate.identity();
        PluginClassLoader loader = new PluginClassLoader(identity.id(), files.jars(), host);
        loaders.put(identity, loader);
        contributions.add(new ContributionReader(loader, problems).read(identity, services));
    }

    /** A plugin of which nothing but its files was looked at. */
    private record Candidate(PluginFiles files, List<PluginJar> jars, PluginIdentity identity) {

        static Candidate of(PluginFiles files) {
            List<PluginJar> jars = files.jars().stream().map(PluginJar::read).toList();
            return new Candidate(files, jars, files.identify(jars));
        }
    }
}
