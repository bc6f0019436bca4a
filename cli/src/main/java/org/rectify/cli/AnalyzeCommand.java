package org.rectify.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests what the paper says on the trained network of a run. */
@Command(
        name = AnalyzeCommand.NAME,
        description = AnalyzeCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "docs/user/analyses.md tells what each analysis measures, and when it holds."})
final class AnalyzeCommand implements Callable<Integer> {

    static final String NAME = "analyze";
    static final String DESCRIPTION = "Tests what the paper says of rectifier networks on the one a run has trained.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The folder of a run that has ended.")
    private Path run = Path.of("");

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Test examples to look at, at most (default: ${DEFAULT-VALUE}).")
    private int examples = 1000;

    @Option(
            names = "--probe-examples",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Training examples a linear probe learns from, at most (default: ${DEFAULT-VALUE}).")
    private int probeExamples = 2000;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results to this file (default: analysis.json in RUN).")
    private Optional<Path> json = Optional.empty();

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
        return new AnalysisRun(spec.commandLine(), run, examples, probeExamples, json, Installation.data(data))
                .run(plugins);
    }
}
