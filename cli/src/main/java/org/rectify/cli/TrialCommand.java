package org.rectify.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one trial of a study, wherever that is. */
@Command(
        name = TrialCommand.NAME,
        description = TrialCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Executors call it; a study gives them the specification. Plugins and data must be those that the trial was planned"
                    + " with, by their SHA-256. DIR is there when the trial is done, whole, and not before; until then there"
                    + " is DIR.partial, which is gone when the trial fails or is interrupted.",
            "",
            "Standard output is for programs. Its lines are 'progress F', F being the part that is done, from 0 to 1, and"
                    + " 'log TEXT'.",
            "Example: rectify trial trial.json --into results/trial-1"
        })
final class TrialCommand implements Callable<Integer> {

    static final String NAME = "trial";
    static final String DESCRIPTION = "Runs one trial of a study from its specification.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SPEC", description = "The specification, a JSON file.")
    private Path file = Path.of("");

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Make this run directory.")
    private Path directory = Path.of("");

    @Option(
            names = "--stacks",
            paramLabel = "DIR",
            description = "Share pre-trained stacks with the trials that are given the same folder, such as that of the"
                    + " study; without it, the trial pre-trains for itself.")
    private Optional<Path> stacks = Optional.empty();

    @Option(
            names = "--owner",
            paramLabel = "PID",
            description = "End when this process of this machine does; that is how no trial outlives its study.")
    private Optional<Long> owner = Optional.empty();

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
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
        return new TrialExecution(
                        file,
                        directory,
                        stacks,
                        Installation.data(data),
                        plugins.directories(),
                        arguments,
                        spec.commandLine().getErr())
                .run(owner.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}
