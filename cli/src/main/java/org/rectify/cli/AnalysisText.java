package org.rectify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectify.engine.analysis.AnalysisReport;
import org.rectify.engine.analysis.AnalysisResult;
import org.rectify.engine.analysis.Numerals;
import org.rectify.engine.analysis.Outcome;
import org.rectify.engine.analysis.TrainedRun;

/** Analyses as text: what the paper says, what was found, and the figures. */
final class AnalysisText {

    private static final int WIDTH = 110;
    private static final int INDENT = 10;
    private static final int VALUE = 7;
    private static final int MOST_COLUMNS = 4;
    private static final String GAP = "    ";

    private AnalysisText() {}

    /** What is analysed. */
    static List<String> heading(TrainedRun run) {
        String sizes = run.network().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return List.of(run.experiment() + ": " + sizes + ", " + run.examples() + " test examples");
    }

    /** One analysis, after an empty line. */
    static List<String> of(AnalysisResult result) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "%-26s %-16s item %d",
                        result.statement().name(),
                        result.outcome().toString().toUpperCase(Locale.ROOT),
                        result.statement().item())));
        lines.addAll(beside(
                "paper",
                wrapped(result.statement().text() + " (section "
                        + result.statement().section() + ")")));
        lines.addAll(beside("here", wrapped(result.summary())));
        lines.addAll(beside("figures", grid(result.figures())));
        return lines;
    }

    /** How many statements hold, and where the figures are. */
    static List<String> ending(AnalysisReport report, Path file) {
        String counts = report.count(Outcome.HOLDS) + " hold, " + report.count(Outcome.DOES_NOT_HOLD) + " do not hold, "
                + report.count(Outcome.DOES_NOT_APPLY) + " do not apply";
        return List.of("", report.results().size() + " statements: " + counts, "written to " + file);
    }

    /** A text in lines that are not too long; a number keeps its percent sign. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" (?!%)", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - INDENT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Names on the left and values on the right of cells, as many of them in a line as fit, but four at most. */
    private static List<String> grid(Map<String, Double> figures) {
        int name = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> cells = figures.entrySet().stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "%-" + name + "s  %" + VALUE + "s",
                        figure.getKey(),
                        Numerals.number(figure.getValue())))
                .toList();
        int columns = Math.max(
                1, Math.min(MOST_COLUMNS, (WIDTH - INDENT + GAP.length()) / (name + 2 + VALUE + GAP.length())));
        List<String> lines = new ArrayList<>();
        for (int first = 0; first < cells.size(); first += columns) {
            lines.add(String.join(GAP, cells.subList(first, Math.min(first + columns, cells.size()))));
        }
        return lines;
    }

    private static List<String> beside(String label, List<String> lines) {
        List<String> labelled = new ArrayList<>();
        for (String line : lines) {
            labelled.add(String.format(Locale.ROOT, "  %-8s%s", labelled.isEmpty() ? label : "", line));
        }
        return labelled;
    }
}
