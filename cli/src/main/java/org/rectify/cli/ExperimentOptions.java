package org.rectify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An experiment, as the command line describes it. */
final class ExperimentOptions {

    @Parameters(paramLabel = "FILE", description = "The experiment file.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the file: --set network.activation.type=tanh. May be repeated.")
    private List<String> overrides = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "The master seed; short for --set experiment.seed=N.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute; short for --set engine.threads=N. Results do not depend on it.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds a folder for each data set (default: $RECTIFY_DATA or ~/.rectify/data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    Path file() {
        return file;
    }

    /** Replaced values in the order they take effect, as {@code path=value}. */
    List<String> overrides() {
        List<String> all = new ArrayList<>(overrides);
        seed.ifPresent(number -> all.add("experiment.seed=" + number));
        threads.ifPresent(number -> all.add("engine.threads=" + number));
        return List.copyOf(all);
    }

    Path dataDirectory() {
        return Installation.data(data);
    }

    List<Path> pluginDirectories() {
        return plugins.directories();
    }
}
