package org.rectify.dataset.reviews.format;

import java.util.regex.Pattern;

/** How often a term occurs, as files say it. */
final class Counts {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?");

    private Counts() {}

    /**
     * Reads a count.
     *
     * @return finite, 0 or more
     */
    static float parse(String text, Place place) {
        float count = DECIMAL.matcher(text).matches() ? Float.parseFloat(text) : Float.NaN;
        if (!(count >= 0) || count == Float.POSITIVE_INFINITY) {
            throw place.wrong("count " + Place.quoted(text) + ", must be a finite number, 0 or more");
        }
        return count;
    }
}
