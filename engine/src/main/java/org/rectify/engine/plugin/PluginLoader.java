package org.rectify.engine.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private PluginLoader() {}

    /**
     * Loads every plugin of every directory, in the order given and then by file name.
     *
     * @throws RectifyException naming everything that is wrong with any of them, numbered: of category {@code PLUGIN}
     *     where a plugin is broken, of category {@code USER} where only a directory cannot be read
     */
    public static LoadedPlugins load(List<Path> directories) {
        return new PluginLoader().loadAll(directories);
    }

    private LoadedPlugins loadAll(List<Path> directories) {
        // ND4J looks up its backend through the context class loader of whoever touches it first, unless told where to
        // look.
        ND4JClassLoading.setNd4jClassloader(host);
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

    private void loadOne(PluginFiles files) {
        List<PluginJar> jars = files.jars().stream().map(PluginJar::read).toList();
        PluginIdentity identity = files.identify(jars);
        PluginIdentity namesake = identities.putIfAbsent(identity.id(), identity);
        if (namesake != null) {
            throw new RectifyException(
                    Category.PLUGIN,
                    "two plugins have the id '" + identity.id() + "': " + namesake.location() + " and "
                            + identity.location() + "; remove one of them");
        }
        jars.forEach(jar -> jar.requireClassPathWithin(files.jars()));
        jars.forEach(api::requireServes);
        List<PluginService> services = files.services(jars);
        PluginClassLoader loader = new PluginClassLoader(identity.id(), files.jars(), host);
        loaders.put(identity, loader);
        contributions.add(new ContributionReader(loader, problems).read(identity, services));
    }
}
