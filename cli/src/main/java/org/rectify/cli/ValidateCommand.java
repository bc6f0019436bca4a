package org.rectify.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks an experiment file. */
@Command(
        name = ValidateCommand.NAME,
        description = ValidateCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {

    static final String NAME = "validate";
    static final String DESCRIPTION =
            "Checks an experiment file without training: everything wrong with it in one list.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Override
    public Integer call() {
        try (Workbench workbench = Workbench.open(experiment.pluginDirectories())) {
            String name = workbench.load(experiment).spec().experiment().name();
            spec.commandLine().getOut().println(experiment.file() + ": experiment " + name + " is valid");
        }
        return ExitCode.DONE;
    }
}
