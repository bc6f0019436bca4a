package org.rectify.report;

import java.util.List;

/**
 * A table of numbers, the first cell of each row being its name.
 *
 * @param id unique on the page
 * @param caption a sentence above it
 * @param columns their headings
 * @param rows cells in the order of the columns
 */
record Table(String id, String caption, List<String> columns, List<Row> rows) {

    /**
     * A row.
     *
     * @param marked whether it is the one that counts
     */
    record Row(List<String> cells, boolean marked) {}
}
