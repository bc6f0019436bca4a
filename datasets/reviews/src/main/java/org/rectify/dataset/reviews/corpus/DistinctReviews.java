package org.rectify.dataset.reviews.corpus;

import java.nio.IntBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells reviews apart by the inputs they become, so that a text submitted twice is not in two splits (item 48). */
public final class DistinctReviews {

    private final Vocabulary vocabulary;
    private final Set<IntBuffer> known = new HashSet<>();

    /** Knows the reviews of a list already. */
    public DistinctReviews(Vocabulary vocabulary, List<Review> known) {
        this.vocabulary = vocabulary;
        known.forEach(review -> this.known.add(inputs(review)));
    }

    /** The reviews that are not known yet, each once; known from now on. */
    public List<Review> unseen(List<Review> reviews) {
        return reviews.stream().filter(review -> known.add(inputs(review))).toList();
    }

    private IntBuffer inputs(Review review) {
        return IntBuffer.wrap(vocabulary.columns(review));
    }
}
