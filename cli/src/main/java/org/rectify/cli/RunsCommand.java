package org.rectify.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists runs. */
@Command(
        name = RunsCommand.NAME,
        description = RunsCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunsCommand implements Callable<Integer> {

    static final String NAME = "runs";
    static final String DESCRIPTION = "Lists the runs in a folder, with what came out of them.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "runs",
            description = "The folder to look through, those in it too (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("runs");

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            defaultValue = "started",
            description =
                    "Order by this: run, started, dataset, seed, error, sparsity, epochs or status (default: ${DEFAULT-VALUE}).")
    private String sort = "started";

    @Option(names = "--reverse", description = "The other way round.")
    private boolean reverse;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return new RunList(spec.commandLine(), folder, sort, reverse).print(json);
    }
}
