package org.rectify.dataset.reviews;

import java.util.ArrayList;
import java.util.List;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.ReviewSplits;
import org.rectify.dataset.reviews.corpus.StratifiedDraw;

/**
 * How splits are drawn from reviews that come in one piece.
 *
 * @param validationShare of the labelled reviews that are not for the test
 * @param testShare of all labelled reviews
 * @param labelled how many of the others keep their label; 0: all
 */
record Pool(double validationShare, double testShare, int labelled, long splitSeed) {

    /** Draws test, validation and training reviews from one list; those without label are for training. */
    ReviewSplits split(List<Review> reviews) {
        List<Review> rated = labelled(reviews);
        StratifiedDraw test = Draws.of(splitSeed).draw("test", rated, "test-share", share(testShare, rated.size()));
        return split(test.rest(), test.chosen(), unlabelled(reviews));
    }

    /**
     * Draws validation and training reviews.
     *
     * @param training with labels
     * @param test with labels
     * @param unlabelled further training reviews
     */
    ReviewSplits split(List<Review> training, List<Review> test, List<Review> unlabelled) {
        Draws draws = Draws.of(splitSeed);
        StratifiedDraw validation =
                draws.draw("validation", training, "validation-share", share(validationShare, training.size()));
        int size = labelled == 0 ? validation.rest().size() : labelled;
        StratifiedDraw train = draws.draw("training", validation.rest(), "labelled", size);
        List<Review> others = new ArrayList<>(train.rest());
        others.addAll(unlabelled);
        return new ReviewSplits(train.chosen(), validation.chosen(), test, others);
    }

    private static int share(double share, int size) {
        return (int) Math.rint(share * size);
    }

    static List<Review> labelled(List<Review> reviews) {
        return reviews.stream().filter(review -> review.label() != null).toList();
    }

    static List<Review> unlabelled(List<Review> reviews) {
        return reviews.stream().filter(review -> review.label() == null).toList();
    }
}
