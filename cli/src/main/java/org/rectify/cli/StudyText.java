package org.rectify.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectify.api.facts.Unit;
import org.rectify.statistics.ConfidenceInterval;
import org.rectify.statistics.Evidence;
import org.rectify.statistics.Finding;
import org.rectify.study.result.CellResult;
import org.rectify.study.result.ClaimVerdict;

/** The table of a study and the verdicts on its claims, as text. */
final class StudyText {

    private static final String NONE = "-";

    private StudyText() {}

    static List<String> of(List<CellResult> cells, List<ClaimVerdict> verdicts) {
        List<String> lines = new ArrayList<>(table(cells));
        for (ClaimVerdict verdict : verdicts) {
            lines.add("");
            lines.addAll(claim(verdict));
        }
        return lines;
    }

    private static List<String> table(List<CellResult> cells) {
        String metric = cells.isEmpty() ? "" : cells.get(0).metric();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "n", "test " + metric, "95 % interval", "sparsity", "selected"));
        for (CellResult cell : cells) {
            rows.add(List.of(
                    cell.cell().name(),
                    Integer.toString(cell.selected().size()),
                    Measured.of(cell.description().unit(), cell.mean().orElse(Double.NaN)),
                    cell.interval()
                            .map(interval -> interval(cell.description().unit(), interval))
                            .orElse(NONE),
                    Percent.of(cell.sparsity().orElse(Double.NaN)),
                    selected(cell)));
        }
        int[] widths = new int[6];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    /** Names and what was selected to the left, numbers to the right. */
    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            boolean left = column == 0 || column == widths.length - 1;
            line.append(column == 0 ? "" : "  ").append(left ? row.get(column) + padding : padding + row.get(column));
        }
        return line.toString().stripTrailing();
    }

    private static String selected(CellResult cell) {
        String chosen = cell.chosen().entrySet().stream()
                .map(option -> lastKey(option.getKey()) + " " + counts(option.getValue()))
                .collect(Collectors.joining(", "));
        String missing = String.join("; ", cell.missing());
        return missing.isEmpty() ? chosen : (chosen + " (" + missing + ")").strip();
    }

    private static String lastKey(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(value -> value.getKey() + (counts.size() > 1 ? " (" + value.getValue() + ")" : ""))
                .collect(Collectors.joining(" "));
    }

    private static List<String> claim(ClaimVerdict verdict) {
        List<String> lines = new ArrayList<>();
        String item = verdict.claim().item().isEmpty()
                ? ""
                : " (item " + verdict.claim().item() + ")";
        lines.add(verdict.judgement().verdict() + ": " + verdict.claim().name() + item
                + (verdict.claim().says().equals(verdict.claim().name())
                        ? ""
                        : ": " + verdict.claim().says()));
        for (Finding finding : verdict.judgement().findings()) {
            lines.add("  " + finding.verdict() + ": " + finding.claim().text()
                    + finding.evidence().map(StudyText::evidence).orElse(""));
            lines.add("    " + finding.explanation());
        }
        return lines;
    }

    private static String evidence(Evidence evidence) {
        return String.format(
                Locale.ROOT,
                ": %.4f in [%.4f, %.4f], %d %s, %s",
                evidence.estimate(),
                evidence.interval().low(),
                evidence.interval().high(),
                evidence.count(),
                evidence.unit(),
                evidence.test());
    }

    private static String interval(Unit unit, ConfidenceInterval interval) {
        return "[" + Measured.of(unit, interval.low()) + ", " + Measured.of(unit, interval.high()) + "]";
    }
}
