package org.rectify.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rectify.api.facts.Direction;
import org.rectify.engine.config.Suggestions;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunFolders;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code rectify runs} does once its arguments are read; apart from them, since help may not touch the engine. */
record RunList(CommandLine command, Path folder, String sort, boolean reverse) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String NONE = "-";
    private static final Set<Integer> NUMBERS = Set.of(3, 4, 5, 6);

    /** Runs without a result last, those with the same headline together, the best of them first. */
    private static final Comparator<RecordedRun> HEADLINE = Comparator.comparing(
                    (RecordedRun run) -> Double.isNaN(run.headline()))
            .thenComparing(RunList::metric)
            .thenComparingDouble(RunList::badness);

    /** Prints the list, and returns the exit code. */
    int print(boolean json) {
        Comparator<RecordedRun> order = order();
        List<RecordedRun> runs = RunFolders.in(folder).stream()
                .map(RecordedRun::read)
                .sorted(reverse ? order.reversed() : order)
                .toList();
        PrintWriter out = command.getOut();
        if (json) {
            ArrayNode summaries = JsonNodeFactory.instance.arrayNode();
            runs.forEach(run -> summaries.add(run.summary()));
            out.println(summaries.toPrettyString());
        } else if (runs.isEmpty()) {
            out.println("there are no runs in " + folder);
        } else {
            lines(runs).forEach(out::println);
        }
        return ExitCode.DONE;
    }

    private Comparator<RecordedRun> order() {
        Map<String, Comparator<RecordedRun>> orders = new LinkedHashMap<>();
        orders.put("run", Comparator.comparing(RecordedRun::path));
        orders.put("started", Comparator.comparing(RunList::startedAt));
        orders.put("dataset", Comparator.comparing(run -> run.dataset().orElse("")));
        orders.put("seed", Comparator.comparing(run -> run.seed().orElse(Long.MAX_VALUE)));
        orders.put("test", HEADLINE);
        orders.put("error", HEADLINE);
        orders.put("sparsity", Comparator.comparingDouble(RecordedRun::sparsity));
        orders.put("epochs", Comparator.comparingInt(RecordedRun::epochs));
        orders.put("status", Comparator.comparing(RecordedRun::status));
        Comparator<RecordedRun> order = orders.get(sort);
        if (order == null) {
            throw new ParameterException(
                    command,
                    "--sort " + sort + ": there is no such column; " + Suggestions.help(sort, orders.keySet()));
        }
        return order.thenComparing(RecordedRun::path);
    }

    private static OffsetDateTime startedAt(RecordedRun run) {
        return run.provenance().map(Provenance::started).orElse(OffsetDateTime.MAX);
    }

    private static String metric(RecordedRun run) {
        return run.metrics().headline().orElse("");
    }

    private static double badness(RecordedRun run) {
        boolean higher = run.metrics().of(metric(run)).direction() == Direction.HIGHER;
        return higher ? -run.headline() : run.headline();
    }

    private List<String> lines(List<RecordedRun> runs) {
        List<RecordedRun> measured =
                runs.stream().filter(run -> !metric(run).isEmpty()).toList();
        boolean alike = measured.stream().map(RunList::metric).distinct().count() == 1;
        String test = alike ? "TEST " + title(measured.get(0)).toUpperCase(Locale.ROOT) : "TEST";
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RUN", "STARTED", "DATA SET", "SEED", test, "SPARSITY", "EPOCHS", "STATUS"));
        runs.forEach(run -> rows.add(List.of(
                name(run),
                run.provenance().map(from -> TIME.format(from.started())).orElse(NONE),
                run.dataset().orElse(NONE),
                run.seed().map(String::valueOf).orElse(NONE),
                headline(run, alike),
                Percent.of(run.sparsity()),
                run.epochs() == 0 ? NONE : Integer.toString(run.epochs()),
                status(run))));
        return new TextTable(rows, NUMBERS).lines();
    }

    private static String title(RecordedRun run) {
        return run.metrics().of(metric(run)).title();
    }

    /** Named where runs of a list have different ones. */
    private static String headline(RecordedRun run, boolean alike) {
        if (Double.isNaN(run.headline())) {
            return NONE;
        }
        String value = Measured.of(run.metrics().of(metric(run)).unit(), run.headline());
        return alike ? value : title(run) + " " + value;
    }

    private String name(RecordedRun run) {
        String relative = folder.relativize(run.path()).toString();
        return relative.isEmpty() ? run.name() : relative;
    }

    private static String status(RecordedRun run) {
        return run.damages().isEmpty()
                ? run.status().word()
                : run.status().word() + ": " + String.join("; ", run.damages());
    }
}
