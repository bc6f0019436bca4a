package org.rectify.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows of text in columns that are as wide as their widest cell.
 *
 * @param rows the first is the heading; all of equal length
 * @param numbers the columns that are aligned on the right, from 0
 */
record TextTable(List<List<String>> rows, Set<Integer> numbers) {

    private static final String GAP = "  ";

    /** The lines. */
    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            String format = "%" + (numbers.contains(column) ? "" : "-") + Math.max(1, widths[column]) + "s";
            cells.add(String.format(Locale.ROOT, format, row.get(column)));
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
