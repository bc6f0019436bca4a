package org.rectify.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A table for other programs: the same cells as on the page. */
final class TableFiles {

    private TableFiles() {}

    /** Comma-separated, a heading first; dashes for what is not known are left empty. */
    static String csv(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(table.columns().stream().map(TableFiles::plain).toList());
            table.rows()
                    .forEach(row -> csv.writeRecord(row.cells().stream()
                            .map(cell -> plain(cell).replace('\u2212', '-'))
                            .map(cell -> cell.equals(Numbers.UNKNOWN) ? "" : cell)
                            .toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A table of Markdown under its caption. */
    static String markdown(Table table) {
        String rule = table.columns().stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        return markdownText(table.caption()) + "\n\n"
                + line(table.columns(), TableFiles::markdownText) + "\n" + rule + "\n"
                + table.rows().stream()
                        .map(row -> line(row.cells(), TableFiles::markdownText) + "\n")
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells, UnaryOperator<String> escape) {
        return cells.stream().map(escape).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A table environment of LaTeX, with rules of the package booktabs. */
    static String latex(Table table) {
        String header = latexLine(table.columns());
        return "% needs \\usepackage{booktabs}\n\\begin{table}\n\\caption{" + latexText(table.caption()) + "}\n"
                + "\\begin{tabular}{l" + "r".repeat(table.columns().size() - 1) + "}\n\\toprule\n" + header
                + "\\midrule\n"
                + table.rows().stream().map(row -> latexLine(row.cells())).collect(Collectors.joining())
                + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
    }

    private static String latexLine(List<String> cells) {
        return cells.stream().map(TableFiles::latexText).collect(Collectors.joining(" & ")) + " \\\\\n";
    }

    /** One line with ordinary blanks. */
    private static String plain(String cell) {
        return cell.replace('\u00a0', ' ').replaceAll("\\R", " ");
    }

    private static String markdownText(String cell) {
        return plain(cell).replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1");
    }

    private static String latexText(String cell) {
        StringBuilder text = new StringBuilder();
        plain(cell).codePoints().forEach(point -> text.append(latexCharacter(point)));
        return text.toString();
    }

    private static String latexCharacter(int point) {
        return switch (point) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) point;
            case '\u03b1' -> "$\\alpha$";
            case '\u221e' -> "$\\infty$";
            case '\u2013' -> "--";
            case '\u2212' -> "$-$";
            case '\u00b1' -> "$\\pm$";
            case '\u00d7' -> "$\\times$";
            case '\u2265' -> "$\\geq$";
            default -> Character.toString(point);
        };
    }
}
