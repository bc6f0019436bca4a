package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rectify.api.facts.DataFacts;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.config.StudyFile;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks an experiment or a study. */
@Command(
        name = ValidateCommand.NAME,
        description = ValidateCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {

    static final String NAME = "validate";
    static final String DESCRIPTION =
            "Checks an experiment or a study without training: everything wrong with it in one list, and what its data hold.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "The budget of a study: one of the file's study.levels (default: the file as it stands).")
    private Optional<String> level = Optional.empty();

    @Option(names = "--no-data", description = "Do not look at data sets, which may not be there.")
    private boolean withoutData;

    @Override
    public Integer call() {
        try (Workbench workbench = Workbench.open(experiment.pluginDirectories())) {
            if (level.isPresent() || StudyFile.isAt(experiment.file())) {
                validateStudy(workbench);
            } else {
                validateExperiment(workbench);
            }
        }
        return ExitCode.DONE;
    }

    private void validateExperiment(Workbench workbench) {
        ResolvedExperiment resolved = workbench.load(experiment);
        List<DataFacts> data = withoutData ? List.of() : List.of(resolved.data().get());
        data.forEach(resolved.fit());
        tell("experiment " + resolved.spec().experiment().name() + " is valid", data);
    }

    private void validateStudy(Workbench workbench) {
        StudyFile study = StudyFile.read(
                experiment.file(), level, experiment.overrides(), workbench.registry(), experiment.dataDirectory());
        StudyCheck check = new Planner(study, workbench.registry(), Path.of("")).check(!withoutData);
        String experiments = check.experiments() + (check.experiments() == 1 ? " experiment" : " experiments");
        tell("study " + study.name() + " is valid, with " + experiments, check.data());
    }

    private void tell(String verdict, List<DataFacts> data) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(experiment.file() + ": " + verdict);
        data.forEach(facts -> DatasetText.of(facts).forEach(out::println));
    }
}
