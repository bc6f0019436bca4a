package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.engine.analysis.Numerals;
import org.rectify.engine.config.MetricDescriptions;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.EpochReport;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.Proportion;

/** One run as text: what {@code rectify show} does once its arguments are read. */
final class RunPage {

    private static final int MOST_CHECKS = 12;
    private static final double ALPHA = 0.05;
    private static final int MOST_COLUMNS = 20;

    private RunPage() {}

    /** Prints the run, and returns the exit code. */
    static int print(Path folder, boolean json, PrintWriter out) {
        RecordedRun run = RecordedRun.read(folder);
        if (json) {
            out.println(run.details().toPrettyString());
        } else {
            lines(run).forEach(out::println);
        }
        return ExitCode.DONE;
    }

    static List<String> lines(RecordedRun run) {
        List<String> lines = new ArrayList<>();
        lines.add(run.name() + ": " + run.status().word());
        run.damages().forEach(damage -> lines.add("  " + damage));
        run.result().ifPresent(result -> section("result", result(result, run), lines));
        run.result().ifPresent(result -> matrices(result, lines));
        section("course", course(run.checks(), run.metrics()), lines);
        section("settings", table(run.settings()), lines);
        run.provenance().ifPresent(from -> section("provenance", provenance(from), lines));
        return lines;
    }

    private static void section(String name, List<String> content, List<String> lines) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(name);
            content.forEach(line -> lines.add("  " + line));
        }
    }

    private static List<String> result(RunResult result, RecordedRun run) {
        List<String> lines = new ArrayList<>(ResultText.of(result, run.path()));
        double rate = run.headline();
        boolean counted = run.metrics()
                .headline()
                .filter(name -> run.metrics().of(name).unit().equals(Unit.EXAMPLES))
                .isPresent();
        int examples = result.dataset().test();
        if (counted && examples > 0 && rate >= 0 && rate <= 1) {
            ConfidenceInterval interval = new Proportion((int) Math.round(rate * examples), examples).wilson(ALPHA);
            lines.add(
                    1,
                    ResultText.line(
                            "  95 % interval",
                            Percent.of(interval.low()) + " to " + Percent.of(interval.high()) + "  (" + examples
                                    + " examples)"));
        }
        return lines;
    }

    private static void matrices(RunResult result, List<String> lines) {
        result.test()
                .forEach((name, value) -> value.matrix()
                        .ifPresent(matrix ->
                                section("test " + result.metrics().of(name).title(), table(matrix), lines)));
    }

    private static List<String> table(MetricMatrix matrix) {
        if (matrix.columns().size() > MOST_COLUMNS || matrix.rows().isEmpty()) {
            return List.of(matrix.rows().size() + " x " + matrix.columns().size() + ", in result.json");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", matrix.columns()));
        for (int i = 0; i < matrix.rows().size(); i++) {
            rows.add(row(
                    matrix.rows().get(i),
                    matrix.cells().get(i).stream().map(Numerals::number).toList()));
        }
        return new TextTable(
                        rows,
                        IntStream.rangeClosed(1, matrix.columns().size())
                                .boxed()
                                .collect(Collectors.toSet()))
                .lines();
    }

    private static List<String> row(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row;
    }

    /** At most a dozen checks, evenly spread, the last and the best always among them. */
    private static List<String> course(List<EpochReport> checks, MetricDescriptions metrics) {
        if (checks.isEmpty()) {
            return List.of();
        }
        int last = checks.size() - 1;
        int best = last;
        while (best > 0 && !checks.get(best).best()) {
            best--;
        }
        int step = Math.max(1, (checks.size() + MOST_CHECKS - 1) / MOST_CHECKS);
        List<String> shown = new ArrayList<>(metrics.headline().stream().toList());
        shown.addAll(new EpochLine(metrics).describing());
        List<List<String>> rows = new ArrayList<>();
        rows.add(heading(shown, metrics));
        for (int i = 0; i <= last; i++) {
            if (i % step == 0 || i == last || i == best) {
                rows.add(check(checks.get(i), shown, metrics, i == best));
            }
        }
        int numbers = rows.get(0).size() - 1;
        return new TextTable(rows, IntStream.range(0, numbers).boxed().collect(Collectors.toSet())).lines();
    }

    private static List<String> heading(List<String> shown, MetricDescriptions metrics) {
        List<String> heading = new ArrayList<>(List.of("EPOCH", "TRAIN COST"));
        for (String name : shown) {
            String title = metrics.of(name).title().toUpperCase(Locale.ROOT);
            heading.add(name.equals(shown.get(0)) ? "VALIDATION " + title : title);
        }
        heading.add("");
        return heading;
    }

    private static List<String> check(
            EpochReport check, List<String> shown, MetricDescriptions metrics, boolean returned) {
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(check.epoch()),
                Double.isFinite(check.trainCost()) ? String.format(Locale.ROOT, "%.4f", check.trainCost()) : "-"));
        shown.forEach(name -> row.add(Measured.of(metrics.of(name).unit(), EpochLine.value(check, name))));
        row.add(returned ? "returned" : "");
        return row;
    }

    private static List<String> provenance(Provenance from) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(
                "build",
                from.build().version()
                        + from.build().revision().map(git -> ", " + git).orElse("")
                        + (from.build().modified().orElse(false) ? ", modified" : ""));
        facts.put("command", String.join(" ", from.commandLine()));
        facts.put("data", from.dataset().source());
        from.dataset()
                .checksums()
                .forEach((file, sum) -> facts.put("data " + Path.of(file).getFileName(), sum));
        facts.put(
                "engine",
                from.computation().backend() + ", " + from.computation().threads() + " threads");
        facts.put("java", from.machine().javaVersion() + ", " + from.machine().virtualMachine());
        facts.put("machine", from.machine().cpu() + ", " + from.machine().processors() + " processors");
        facts.put("system", from.machine().system() + " " + from.machine().systemVersion());
        facts.put(
                "time",
                from.started() + " to " + from.ended().map(String::valueOf).orElse("-"));
        from.plugins().forEach(plugin -> facts.put("plugin " + plugin.id(), plugin.version()));
        return table(facts);
    }

    private static List<String> table(Map<String, String> values) {
        return values.isEmpty()
                ? List.of()
                : new TextTable(
                                values.entrySet().stream()
                                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                                        .toList(),
                                Set.of())
                        .lines();
    }
}
