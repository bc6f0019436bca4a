package org.rectify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A data set with its options, as the command line describes it. */
final class DatasetOptions {

    @Parameters(paramLabel = "NAME", description = "The data set, as 'rectify datasets list' shows it.")
    private String name = "";

    @Option(
            names = "--set",
            paramLabel = "dataset.KEY=VALUE",
            description = "Give one of its options a value: --set dataset.train-size=1000. May be repeated.")
    private List<String> overrides = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The master seed, for data that is generated; short for --set experiment.seed=N.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds a folder for each data set (default: $RECTIFY_DATA or ~/.rectify/data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    String name() {
        return name;
    }

    /** Values given, in the order they take effect, as {@code path=value}. */
    List<String> overrides() {
        List<String> all = new ArrayList<>(overrides);
        seed.ifPresent(number -> all.add("experiment.seed=" + number));
        return List.copyOf(all);
    }

    Path dataDirectory() {
        return Installation.data(data);
    }

    List<Path> pluginDirectories() {
        return plugins.directories();
    }
}
