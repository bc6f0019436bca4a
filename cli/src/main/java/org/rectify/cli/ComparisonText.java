package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rectify.engine.analysis.Numerals;
import org.rectify.engine.record.RecordedRun;
import org.rectify.report.comparison.AnswersTest;
import org.rectify.report.comparison.RunComparison;
import org.rectify.report.comparison.RunDifference;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.McNemar;

/** Two runs side by side as text: what {@code rectify compare} does once its arguments are read. */
final class ComparisonText {

    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3);
    private static final int LONGEST = 44;

    private ComparisonText() {}

    /** Prints the comparison, and returns the exit code. */
    static int print(Path first, Path second, boolean json, PrintWriter out) {
        RunComparison comparison = RunComparison.of(RecordedRun.read(first), RecordedRun.read(second));
        if (json) {
            out.println(comparison.json());
        } else {
            lines(comparison).forEach(out::println);
        }
        return ExitCode.DONE;
    }

    static List<String> lines(RunComparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("A  " + heading(comparison.first()));
        lines.add("B  " + heading(comparison.second()));
        lines.add("");
        if (comparison.differences().isEmpty()) {
            lines.add("no differences of settings or provenance");
        } else {
            lines.add("differences, the likeliest to matter first");
            lines.addAll(indented(differences(comparison.differences())));
        }
        lines.add("");
        lines.add("results");
        lines.addAll(indented(results(comparison.results())));
        lines.add("");
        lines.add("test");
        lines.addAll(indented(comparison
                .test()
                .map(pair -> test(pair, comparison))
                .orElseGet(() -> List.of("not made: " + comparison.obstacle()))));
        return lines;
    }

    private static String heading(RecordedRun run) {
        return run.name() + ": " + run.status().word()
                + (run.damages().isEmpty() ? "" : " (" + String.join("; ", run.damages()) + ")");
    }

    private static List<String> differences(List<RunDifference> differences) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("WHAT", "A", "B", "OF"));
        differences.forEach(difference -> rows.add(
                List.of(difference.name(), cut(difference.first()), cut(difference.second()), difference.origin())));
        return new TextTable(rows, Set.of()).lines();
    }

    private static List<String> results(List<RunComparison.ResultPair> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "A", "B", "A - B"));
        results.forEach(pair -> {
            rows.add(List.of(
                    pair.name(),
                    Measured.compared(pair.unit(), pair.first()),
                    Measured.compared(pair.unit(), pair.second()),
                    Measured.compared(pair.unit(), pair.first() - pair.second())));
        });
        return new TextTable(rows, NUMBERS).lines();
    }

    private static List<String> test(AnswersTest made, RunComparison comparison) {
        List<String> lines = new ArrayList<>(
                made instanceof AnswersTest.OfClasses classes
                        ? ofClasses(classes.pair(), comparison)
                        : ofNumbers(made, comparison));
        lines.add(made.name() + ": p = " + Numerals.number(made.p()) + ", "
                + (comparison.isSignificant() ? "significant" : "not significant") + " at 0.05");
        return lines;
    }

    private static List<String> ofClasses(McNemar pair, RunComparison comparison) {
        ConfidenceInterval interval = comparison.interval().orElseThrow();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "of %d test examples A alone gets %d wrong, B alone %d",
                        pair.examples(),
                        pair.firstOnly(),
                        pair.secondOnly()),
                String.format(
                        Locale.ROOT,
                        "error of A minus that of B: %s, 95 %% interval %s to %s",
                        Percent.of(pair.riskDifference()),
                        Percent.of(interval.low()),
                        Percent.of(interval.high())));
    }

    private static List<String> ofNumbers(AnswersTest made, RunComparison comparison) {
        ConfidenceInterval interval = comparison.interval().orElseThrow();
        return List.of(
                "answers to " + made.examples() + " test examples are numbers: none is right or wrong",
                String.format(
                        Locale.ROOT,
                        "mean squared error of A minus that of B: %s, 95 %% interval %s to %s",
                        Numerals.number(made.difference()),
                        Numerals.number(interval.low()),
                        Numerals.number(interval.high())));
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line).toList();
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 3) + "...";
    }
}
