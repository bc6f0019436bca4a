package org.rectify.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs. */
@Command(
        name = CompareCommand.NAME,
        description = CompareCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompareCommand implements Callable<Integer> {

    static final String NAME = "compare";
    static final String DESCRIPTION =
            "Compares two runs: what differs in settings, origin and results, and whether it is significant.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "A", description = "The folder of a run.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The folder of another.")
    private Path second = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return ComparisonText.print(first, second, json, spec.commandLine().getOut());
    }
}
