package org.rectify.api.metric;

import java.util.List;

/**
 * A table of numbers that belongs to a measured value, such as the counts of a confusion matrix.
 *
 * @param rows the name of each row
 * @param columns the name of each column
 * @param cells of each row, one number for each column
 * @since 0.2
 */
public record MetricMatrix(List<String> rows, List<String> columns, List<List<Double>> cells) {

    /** Copies the lists; refuses cells that are not of so many rows and columns. */
    public MetricMatrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("cells are not " + rows.size() + " rows of " + width);
        }
    }
}
