package org.rectify.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches the files of a data set. */
@Command(
        name = "fetch",
        description = "Downloads the files of a data set into its folder: resumed, verified, unpacked.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: rectify datasets fetch mnist"})
final class DatasetsFetchCommand implements Callable<Integer> {

    private final Terminals terminals;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "The data set, as 'rectify datasets list' shows it.")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "Ask this folder of a web server, which holds the files under their names, instead of the"
                    + " published addresses. May be repeated: the next one is asked where one fails.")
    private List<URI> mirrors = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds a folder for each data set (default: $RECTIFY_DATA or ~/.rectify/data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    DatasetsFetchCommand(Terminals terminals) {
        this.terminals = terminals;
    }

    @Override
    public Integer call() {
        return new DatasetFetching(spec.commandLine(), terminals, name, mirrors, Installation.data(data)).run(plugins);
    }
}
