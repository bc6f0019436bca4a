package org.rectify.engine.plugin;

import java.util.List;
import java.util.Optional;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.PluginIdentity;

/**
 * A plugin as far as it could be loaded, and what kept the rest from it; closing lets go of all jars.
 *
 * @param identity empty where nothing could be loaded
 * @param problems for which it would be refused, in the words of the refusal
 * @param advice on its manifest, for which it is not refused
 * @param services the objects that its service files ask for
 * @param plugins its components that are as they should be, and those of the plugins beside it
 */
public record PluginInspection(
        Optional<PluginIdentity> identity,
        List<String> problems,
        List<String> advice,
        List<Plugin> services,
        LoadedPlugins plugins)
        implements AutoCloseable {

    /** Copies the lists. */
    public PluginInspection {
        problems = List.copyOf(problems);
        advice = List.copyOf(advice);
        services = List.copyOf(services);
    }

    @Override
    public void close() {
        plugins.close();
    }
}
