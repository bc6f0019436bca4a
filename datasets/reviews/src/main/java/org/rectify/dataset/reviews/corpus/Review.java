package org.rectify.dataset.reviews.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A review that has been read.
 *
 * @param document its terms
 * @param label what it is labelled with; null where it has no label
 */
public record Review(Document document, @Nullable Label label) {

    /** The same without its label. */
    public Review unlabelled() {
        return new Review(document, null);
    }
}
