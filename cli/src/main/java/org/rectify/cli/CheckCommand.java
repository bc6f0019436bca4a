package org.rectify.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rectify.cli.check.PluginCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a plugin. */
@Command(
        name = CheckCommand.NAME,
        description = CheckCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: rectify check target/plugins/swish-1.0.0.jar"})
final class CheckCommand implements Callable<Integer> {

    static final String NAME = "check";
    static final String DESCRIPTION =
            "Checks a plugin: its manifest, its loading, what it declares, and the contract of each component.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "JAR|FOLDER", description = "The plugin's jar, or the folder that holds its jars.")
    private Path plugin = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds a folder for each data set (default: $RECTIFY_DATA or ~/.rectify/data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private PluginOptions others = new PluginOptions();

    @Override
    public Integer call() {
        PluginCheck check = new PluginCheck(plugin, others.directories(), Installation.data(data));
        try (PluginWatch ignored = PluginWatch.begin()) {
            return check.print(spec.commandLine().getOut()) ? ExitCode.DONE : ExitCode.PLUGIN;
        }
    }
}
