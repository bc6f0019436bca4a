package org.rectify.report;

import java.util.List;

/**
 * A table of ours beside the paper's, laid out as the paper's is.
 *
 * @param id unique on the page
 * @param caption a sentence above it
 * @param corner the heading of the row names
 * @param columns headings of the cells
 * @param groups of rows
 */
record Matrix(String id, String caption, String corner, List<String> columns, List<Group> groups) {

    /** Rows under a heading. */
    record Group(String title, List<Row> rows) {}

    /** A row and its cells. */
    record Row(String name, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param ours a dash where there is none
     * @param paper the published number
     * @param verdict empty where there is none of ours
     * @param bold whether it is set in bold
     */
    record Cell(String ours, String paper, String verdict, boolean bold) {}
}
