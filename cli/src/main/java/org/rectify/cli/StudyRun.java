package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rectify.engine.config.StudyFile;
import org.rectify.report.RunReport;
import org.rectify.study.Studies;
import org.rectify.study.StudyDirectory;
import org.rectify.study.StudyOutcome;
import org.rectify.study.StudyRequest;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A study as its user lives through it: one line of progress, the table, and what is left when it is broken off. */
final class StudyRun {

    private static final Logger LOG = LoggerFactory.getLogger(StudyRun.class);

    private final StudyOptions options;
    private final boolean retryFailed;
    private final List<String> commandLine;
    private final Terminals terminals;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param options the study
     * @param retryFailed whether trials that failed before are tried again
     * @param commandLine as given
     * @param out for the table
     * @param err for progress
     */
    StudyRun(
            StudyOptions options,
            boolean retryFailed,
            List<String> commandLine,
            Terminals terminals,
            PrintWriter out,
            PrintWriter err) {
        this.options = options;
        this.retryFailed = retryFailed;
        this.commandLine = commandLine;
        this.terminals = terminals;
        this.out = out;
        this.err = err;
    }

    /** Carries the study out, and returns the exit code. */
    int run() {
        try (Workbench workbench = Workbench.open(options.pluginDirectories())) {
            StudyFile file = options.read(workbench.registry());
            StudyDirectory directory = options.directory(file);
            StudyPlan plan = new Planner(file, workbench.registry(), directory.path()).plan();
            directory.make();
            err.println("rectify: " + plan.trials().size() + " trials, kept in " + shown(directory.path()));
            try (Logging.Attached log = Logging.to(directory.log());
                    StudyInterruption interruption = StudyInterruption.of(err, shown(directory.path()));
                    StudyProgress progress = new StudyProgress(terminals, err, System.err)) {
                LOG.info("{} {}", String.join(", ", new Version().getVersion()), commandLine);
                StudyOutcome outcome = Studies.run(new StudyRequest(
                        plan,
                        workbench.registry(),
                        directory.path(),
                        retryFailed,
                        commandLine,
                        RunReport::render,
                        new TrialProcess(options.pluginDirectories(), options.dataDirectory(), directory.path()),
                        StudyRequest.USUAL_LEASE,
                        interruption::isRequested,
                        progress));
                progress.close();
                return report(plan, outcome, directory);
            }
        }
    }

    private int report(StudyPlan plan, StudyOutcome outcome, StudyDirectory directory) {
        if (!outcome.complete()) {
            return ExitCode.INTERRUPTED;
        }
        List<String> table = StudyText.of(outcome.cells(), outcome.verdicts());
        table.forEach(out::println);
        out.println("study directory " + shown(directory.path()));
        table.forEach(LOG::info);
        Map<String, String> failures = outcome.outcomes().failures();
        plan.trials().values().stream()
                .filter(trial -> failures.containsKey(trial.identity()))
                .forEach(trial -> err.println("rectify: trial " + trial.name() + " failed: "
                        + failures.get(trial.identity()) + "; --retry-failed tries again"));
        boolean failed = plan.trials().keySet().stream().anyMatch(failures::containsKey);
        return failed ? ExitCode.INTERNAL : ExitCode.DONE;
    }

    /** A path as short as it can be said: relative to where the user is, if it lies below. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
