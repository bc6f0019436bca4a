package org.rectify.dataset.reviews.corpus;

import java.util.Comparator;

/**
 * What a review is labelled with: a number of stars, or a polarity.
 *
 * @param name of the class
 * @param value what the class stands for where an expected value is formed (item 66); finite
 */
public record Label(String name, double value) implements Comparable<Label> {

    /** Below the middle of the scale. */
    public static final Label NEGATIVE = new Label("negative", 0);

    /** Above the middle of the scale. */
    public static final Label POSITIVE = new Label("positive", 1);

    private static final Comparator<Label> ORDER =
            Comparator.comparingDouble(Label::value).thenComparing(Label::name);

    /** A number of stars, named without a fraction where it has none. */
    public static Label stars(double stars) {
        boolean whole = stars == Math.rint(stars) && Math.abs(stars) < 1e9;
        return new Label(whole ? String.valueOf((long) stars) : String.valueOf(stars), stars + 0.0);
    }

    /** By value, of equals by name. */
    @Override
    public int compareTo(Label other) {
        return ORDER.compare(this, other);
    }
}
