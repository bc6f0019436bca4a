package org.rectify.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains what an experiment file describes. */
@Command(
        name = RunCommand.NAME,
        description = RunCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Results go to standard output and to a new folder; progress goes to standard error.",
            "Example: rectify run experiments/quickstart.conf --set network.activation.type=tanh"
        })
final class RunCommand implements Callable<Integer> {

    static final String NAME = "run";
    static final String DESCRIPTION = "Trains what an experiment file describes, and reports on its test examples.";

    private final Terminals terminals;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Make the run's folder in this one (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("runs");

    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            description = "Serve metrics to Prometheus on this port of this machine; 0 is any free one.")
    private Optional<Integer> metricsPort = Optional.empty();

    @Option(
            names = "--no-cache",
            description = "Pre-train anew, and keep the stack for no other run (default: runs that differ in nothing it"
                    + " depends on share it, in DIR/.pretrained).")
    private boolean withoutCache;

    RunCommand(Terminals terminals) {
        this.terminals = terminals;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
        return new TrainingRun(
                        experiment, output, !withoutCache, arguments, terminals, command.getOut(), command.getErr())
                .run(metricsPort);
    }
}
