package org.rectify.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines the machine. */
@Command(
        name = DoctorCommand.NAME,
        description = DoctorCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {

    static final String NAME = "doctor";
    static final String DESCRIPTION =
            "Examines Java, natives, memory, plugins and data, and tells what would mend each.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds a folder for each data set (default: $RECTIFY_DATA or ~/.rectify/data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        int exitCode = ExitCode.DONE;
        for (Doctor.Finding finding : new Doctor(plugins.directories(), Installation.data(data)).examine()) {
            finding.lines().forEach(spec.commandLine().getOut()::println);
            exitCode = exitCode == ExitCode.DONE ? finding.exitCode() : exitCode;
        }
        return exitCode;
    }
}
