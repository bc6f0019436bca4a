package org.rectify.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries a study out. */
@Command(
        name = StudyCommand.NAME,
        description = StudyCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "The table goes to standard output and, with every trial, to the study's folder; progress goes to standard error.",
            "Interrupted or killed, the study goes on where it was when the same command is given again; given at the same"
                    + " time by several processes, they share the trials.",
            "Example: rectify study experiments/table1 --level smoke"
        })
final class StudyCommand implements Callable<Integer> {

    static final String NAME = "study";
    static final String DESCRIPTION = "Runs all that a study varies, and puts the results into one table.";

    private final Terminals terminals;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(names = "--retry-failed", description = "Try trials again that failed before.")
    private boolean retryFailed;

    StudyCommand(Terminals terminals) {
        this.terminals = terminals;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
        return new StudyRun(study, retryFailed, arguments, terminals, command.getOut(), command.getErr()).run();
    }
}
