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

    private Workbench(LoadedPlugins plugins) {
        this.plugins = plugins;
        this.watch = PluginWatch.over(plugins.registry().calls());
    }

    /** Loads the plugins of directories. */
    static Workbench open(List<Path> pluginDirectories) {
        VectorModule.load();
        return new Workbench(PluginLoader.load(pluginDirectories));
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
