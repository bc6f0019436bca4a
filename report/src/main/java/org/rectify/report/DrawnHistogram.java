package org.rectify.report;

import java.util.List;
import java.util.Optional;

/**
 * The outputs of a hidden layer, drawn as bars: all places are coordinates of a drawing {@link #WIDTH} wide and {@link #HEIGHT} high.
 *
 * @param id unique on the page
 * @param title what the bars show, with its unit
 * @param caption a sentence below it
 * @param description the bars in words, for those who do not see them
 * @param columns ticks of the horizontal axis
 * @param rows ticks of the vertical axis
 * @param bars outputs other than zero, from the least on
 * @param zeros outputs that are exactly zero
 */
record DrawnHistogram(
        String id,
        String title,
        String caption,
        String description,
        List<Figure.Tick> columns,
        List<Figure.Tick> rows,
        List<Bar> bars,
        Zeros zeros) {

    static final int WIDTH = 280;
    static final int HEIGHT = 180;
    static final int LEFT = 34;
    static final int RIGHT = 272;
    static final int TOP = 22;
    static final int BOTTOM = 146;

    /** A bar, and what it says when pointed at. */
    record Bar(String x, String y, String width, String height, String text) {}

    /**
     * The bar at exactly zero.
     *
     * @param label how many there are, written above the place of zero
     * @param place of zero on the horizontal axis
     * @param anchor which part of the label is there: start, middle or end
     * @param bar empty if no output is exactly zero
     * @param cut the data of the path that cuts a bar too high for the drawing; empty if it is not
     */
    record Zeros(String label, String place, String anchor, Optional<Bar> bar, String cut) {}
}
