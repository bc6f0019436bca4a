package org.rectify.dataset.reviews;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.reviews.synthetic.SyntheticReviewsFactory;

/** The data sets {@code reviews}, {@code amazon}, {@code we8there}, {@code review-files} and {@code synthetic-reviews}. */
public final class ReviewsPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(
                new ReviewsFactory(),
                new AmazonFactory(),
                new We8thereFactory(),
                new ReviewFilesFactory(),
                new SyntheticReviewsFactory());
    }
}
