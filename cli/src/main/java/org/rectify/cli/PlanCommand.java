package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rectify.engine.config.StudyFile;
import org.rectify.study.Calibration;
import org.rectify.study.Studies;
import org.rectify.study.StudyDirectory;
import org.rectify.study.plan.PlacedTrial;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.plan.Planner;
import org.rectify.study.plan.StudyPlan;
import org.rectify.study.result.Outcomes;
import org.rectify.study.result.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a study would run. */
@Command(
        name = PlanCommand.NAME,
        description = PlanCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Times come from a short training of each arm on one thread of this machine, and are what the trials take at most:"
                    + " none of them stopping early.",
            "Example: rectify plan experiments/table1 --level basic"
        })
final class PlanCommand implements Callable<Integer> {

    static final String NAME = "plan";
    static final String DESCRIPTION = "Shows what a study would run, how long that takes, and what is done already.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(names = "--no-times", description = "Do not measure how long trials take.")
    private boolean withoutTimes;

    @Override
    public Integer call() {
        try (Workbench workbench = Workbench.open(study.pluginDirectories())) {
            StudyFile file = study.read(workbench.registry());
            StudyDirectory directory = study.directory(file);
            StudyPlan plan = new Planner(file, workbench.registry(), directory.path()).plan();
            Calibration calibration = new Calibration(file, workbench.registry());
            new Report(plan, Studies.standing(directory), calibration).print();
        }
        return ExitCode.DONE;
    }

    /** The runs, grouped by arm. */
    private final class Report {

        private final StudyPlan plan;
        private final Outcomes outcomes;
        private final Calibration calibration;
        private final Set<String> counted = new HashSet<>();
        private final Set<Path> stacks = new HashSet<>();
        private final PrintWriter out = spec.commandLine().getOut();
        private double seconds;

        Report(StudyPlan plan, Outcomes outcomes, Calibration calibration) {
            this.plan = plan;
            this.outcomes = outcomes;
            this.calibration = calibration;
        }

        void print() {
            Selection selection = new Selection(plan, outcomes);
            Map<String, List<PlacedTrial>> arms = plan.rows().stream()
                    .collect(Collectors.groupingBy(
                            row -> row.cell().arm().name(), LinkedHashMap::new, Collectors.toList()));
            arms.forEach(this::print);
            Collection<PlannedTrial> open = selection.open();
            int all = plan.trials().size();
            int jobs = study.jobs().orElseGet(Runtime.getRuntime()::availableProcessors);
            out.println();
            out.println(plan.name()
                    + plan.spec().level().map(level -> " at level " + level).orElse("") + ": " + all
                    + " trials" + (all > open.size() ? ", " + open.size() + " still to run" : "")
                    + (withoutTimes ? "" : ", at most " + clock(seconds / jobs) + " with " + jobs + " side by side"));
        }

        private void print(String arm, List<PlacedTrial> rows) {
            List<PlacedTrial> own = rows.stream()
                    .filter(row -> counted.add(row.trial().identity()))
                    .toList();
            List<PlacedTrial> left =
                    own.stream().filter(row -> !outcomes.ended(row)).toList();
            long cached = left.stream()
                    .flatMap(row -> row.trial().stack().stream())
                    .distinct()
                    .filter(Files::exists)
                    .count();
            long missing = left.stream()
                            .flatMap(row -> row.trial().stack().stream())
                            .distinct()
                            .count()
                    - cached;
            double time = withoutTimes
                    ? 0
                    : left.stream()
                            .mapToDouble(row -> calibration.seconds(row, kept(row)))
                            .sum();
            seconds += time;
            out.println((arm.isEmpty() ? "all" : arm) + ": " + own.size() + (own.size() == 1 ? " trial" : " trials")
                    + dimensions(rows)
                    + (own.size() > left.size() ? ", " + (own.size() - left.size()) + " done" : "")
                    + (cached > 0 ? ", " + cached + " pre-trained" : "")
                    + (missing > 0 ? ", " + missing + " to pre-train" : "")
                    + (withoutTimes ? "" : ", at most " + clock(time)));
        }

        /** A stack is paid for by the first trial that uses it. */
        private boolean kept(PlacedTrial row) {
            return row.trial()
                    .stack()
                    .map(stack -> !stacks.add(stack) || Files.exists(stack))
                    .orElse(true);
        }

        private String dimensions(List<PlacedTrial> rows) {
            long cells =
                    rows.stream().map(row -> row.cell().number()).distinct().count();
            long replicates =
                    rows.stream().map(PlacedTrial::replicate).distinct().count();
            long points =
                    rows.stream().map(row -> row.point().number()).distinct().count();
            return " (" + cells + (cells == 1 ? " cell, " : " cells, ") + replicates
                    + (replicates == 1 ? " repetition, " : " repetitions, ") + points
                    + (points == 1 ? " point of the grid)" : " points of the grid)");
        }

        private String clock(double time) {
            return StudyProgress.clock(Duration.ofSeconds(Math.round(time)));
        }
    }
}
