package org.rectify.cli;

import java.nio.file.Path;
import java.util.List;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.plugin.LoadedPlugins;
import org.rectify.engine.plugin.PluginLoader;

/** The engine with its plugins, ready for commands; closed when a command is done. */
final class Workbench implements AutoCloseable {

    private final LoadedPlugins plugins;
    private final PluginWatch watch;

    private Workbench(LoadedPlugins plugins, PluginWatch watch) {
        this.plugins = plugins;
        this.watch = watch;
    }

    /** Loads the plugins of directories. */
    static Workbench open(List<Path> pluginDirectories) {
        VectorModule.load();
        PluginWatch watch = PluginWatch.begin();
        boolean loaded = false;
        try {
            LoadedPlugins plugins = PluginLoader.load(pluginDirectories);
            watch.over(plugins.registry().calls());
            loaded = true;
            return new Workbench(plugins, watch);
        } finally {
            if (!loaded) {
                watch.close();
            }
        }
    }

    /** What the plugins contribute. */
    ComponentRegistry registry() {
        return plugins.registry();
    }

    /** Reads, binds and checks an experiment. */
    ResolvedExperiment load(ExperimentOptions experiment) {
        return Experiments.load(
                experiment.file(), experiment.overrides(), plugins.registry(), experiment.dataDirectory());
    }

    @Override
    public void close() {
        watch.close();
        plugins.close();
    }
}
