package org.rectify.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.guard.ContextClassLoader;

/** Plugins that passed every check; closing lets go of their jars, after which their classes no longer load. */
public final class LoadedPlugins implements AutoCloseable {

    private final ComponentRegistry registry;
    private final Map<PluginIdentity, PluginClassLoader> loaders;

    LoadedPlugins(ComponentRegistry registry, Map<PluginIdentity, PluginClassLoader> loaders) {
        this.registry = registry;
        this.loaders = Map.copyOf(loaders);
    }

    /** What they contribute. */
    public ComponentRegistry registry() {
        return registry;
    }

    /**
     * Calls into a plugin with its class loader as the thread's context class loader.
     *
     * @throws IllegalArgumentException when the plugin is none of these
     */
    public <T> T calling(PluginIdentity plugin, Supplier<T> call) {
        ClassLoader loader = loaders.get(plugin);
        if (loader == null) {
            throw new IllegalArgumentException("not loaded: " + plugin);
        }
        return ContextClassLoader.during(loader, call);
    }

    /** Closes the class loaders. */
    @Override
    public void close() {
        close(loaders.values());
    }

    static void close(Collection<PluginClassLoader> loaders) {
        UncheckedIOException failure = null;
        for (PluginClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = new UncheckedIOException("cannot close the class loader of " + loader.getName(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
