package org.rectify.dataset.reviews;

import org.rectify.dataset.reviews.format.StarScale;

/** What reviews are labelled with. */
public enum LabelKind {
    /** Their stars, a class for each number of stars that occurs. */
    STARS,
    /** Negative or positive: on which side of the scale's middle their stars lie. */
    POLARITY;

    StarScale on(double lowest, double highest) {
        return new StarScale(lowest, highest, this == POLARITY);
    }
}
