package org.rectify.dataset.reviews.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rectify.dataset.reviews.corpus.Label;

/**
 * What becomes of a number of stars.
 *
 * @param lowest,highest accepted stars, both included; 0 outside of them stands for none
 * @param polarity whether a review is labelled negative or positive instead of with its stars
 */
public record StarScale(double lowest, double highest, boolean polarity) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");

    /**
     * Reads a label.
     *
     * @return null for none: an empty text, 0 outside of the scale, or its middle where polarities are wanted
     * @throws org.rectify.api.error.DataException when it is no number, or lies outside of the scale
     */
    public @Nullable Label label(String text, Place place) {
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw place.wrong("stars are " + Place.quoted(text) + ", must be a number " + accepted());
        }
        double stars = Double.parseDouble(text);
        if (stars >= lowest && stars <= highest) {
            return polarity ? polarity(stars) : Label.stars(stars);
        }
        if (stars == 0) {
            return null;
        }
        throw place.wrong("stars are " + text + ", must be " + accepted());
    }

    private @Nullable Label polarity(double stars) {
        double middle = (lowest + highest) / 2;
        if (stars == middle) {
            return null;
        }
        return stars < middle ? Label.NEGATIVE : Label.POSITIVE;
    }

    private String accepted() {
        return "from " + Label.stars(lowest).name() + " to "
                + Label.stars(highest).name() + ", or 0 for none";
    }
}
