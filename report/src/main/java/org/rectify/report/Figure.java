package org.rectify.report;

import java.util.List;
import java.util.Optional;

/**
 * Curves or points, drawn: all places are coordinates of a drawing {@link #WIDTH} wide and
 * {@link #HEIGHT} high.
 *
 * @param id unique on the page
 * @param title what the curves show, with its unit
 * @param caption a sentence below it
 * @param description the curves in words, for those who do not see them
 * @param horizontal what runs from left to right
 * @param columns ticks of the horizontal axis
 * @param rows ticks of the vertical axis
 * @param curves in the order of their legend
 * @param best where the returned parameters were measured
 */
record Figure(
        String id,
        String title,
        String caption,
        String description,
        String horizontal,
        List<Tick> columns,
        List<Tick> rows,
        List<Curve> curves,
        Optional<String> best) {

    static final int WIDTH = 400;
    static final int HEIGHT = 240;
    static final int LEFT = 46;
    static final int RIGHT = 390;
    static final int TOP = 16;
    static final int BOTTOM = 204;

    /** A label and its place along its axis. */
    record Tick(String label, String place) {}

    /**
     * A curve, or a cloud of points.
     *
     * @param path the data of its path; empty for points that are not joined
     * @param band the data of the outline of what lies around it; empty where there is none
     * @param dots its points, if they are few enough to be pointed at
     * @param points what is drawn, in the units of the axes; empty where another file holds it
     */
    record Curve(String label, int style, String path, String band, List<Dot> dots, List<Chart.Point> points) {

        /** Whether its points are to be seen, since nothing joins them. */
        boolean isCloud() {
            return path.isEmpty();
        }
    }

    /** A point, and what it says when pointed at. */
    record Dot(String x, String y, String text) {}

    /** The same drawing under another id. */
    Figure named(String other) {
        return new Figure(other, title, caption, description, horizontal, columns, rows, curves, best);
    }
}
