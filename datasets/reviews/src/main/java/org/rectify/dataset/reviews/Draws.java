package org.rectify.dataset.reviews;

import java.util.List;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.StratifiedDraw;

/**
 * Draws splits by a seed of their own, so that runs of different seeds are tested on the same reviews (item 66).
 *
 * @param streams of the seed
 */
record Draws(RandomStreams streams) {

    static Draws of(long splitSeed) {
        return new Draws(new RandomStreams(splitSeed).within("reviews"));
    }

    /**
     * Draws the reviews of one purpose.
     *
     * @param option that asks for so many
     * @param size how many
     */
    StratifiedDraw draw(String purpose, List<Review> reviews, String option, int size) {
        if (size > reviews.size()) {
            throw new InvalidOptionException(
                    option, size, "at most " + reviews.size() + ", the labelled reviews left for " + purpose);
        }
        return StratifiedDraw.of(reviews, size, streams.stream(purpose));
    }
}
