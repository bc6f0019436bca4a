package org.rectify.dataset.reviews.format;

import org.jspecify.annotations.Nullable;
import org.rectify.dataset.reviews.corpus.Review;

/** How one line of a file holds a review. Not for use by several threads. */
public interface ReviewFormat {

    /**
     * Reads one line.
     *
     * @return null where the line holds no review that is wanted
     * @throws org.rectify.api.error.DataException that names the place, when the line is damaged
     */
    @Nullable
    Review read(String line, Place place);
}
