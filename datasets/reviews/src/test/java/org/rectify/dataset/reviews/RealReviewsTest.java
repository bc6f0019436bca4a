package org.rectify.dataset.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.testkit.TestContext;

/** The real sets, where a machine has them. */
class RealReviewsTest {

    @Test
    void movieReviewsHaveThePapersSizesAndAreSparse() {
        TestContext context =
                TestContext.in(RealData.directoryWith("imdb")).withDataDirectory(RealData.directoryWith("imdb"));
        Dataset reviews = new ReviewsFactory()
                .create(new ReviewsOptions(5_000, 10_000, 5_000, 10_000, LabelKind.STARS, 1, true), context);

        assertThat(reviews.train().size()).isEqualTo(10_000);
        assertThat(reviews.unlabelled().orElseThrow().rows()).isEqualTo(65_000);
        assertThat(reviews.validation().size()).isEqualTo(5_000);
        assertThat(reviews.test().size()).isEqualTo(10_000);
        assertThat(reviews.info().inputs()).isEqualTo(5_000);
        assertThat(reviews.info().classes()).containsExactly("1", "2", "3", "4", "7", "8", "9", "10");
        assertThat(reviews.info().classValues()).containsExactly(1.0, 2.0, 3.0, 4.0, 7.0, 8.0, 9.0, 10.0);
        assertThat(reviews.inputNames()).startsWith("the", "and", "a", "of", "to");
        assertThat(reviews.info().checksums()).hasSize(3);
        assertThat(reviews.info().source()).contains("density of the training reviews 2.");
        Set<String> both = bags(reviews.validation());
        both.retainAll(bags(reviews.test()));
        assertThat(both).as("reviews in validation and test").isEmpty();
        both = bags(reviews.train());
        both.retainAll(bags(reviews.test()));
        assertThat(both).as("reviews in training and test").isEmpty();
    }

    @Test
    void productReviewsAreTwoThousandOfEachDomain() {
        TestContext context =
                TestContext.in(RealData.directoryWith("amazon")).withDataDirectory(RealData.directoryWith("amazon"));
        for (AmazonOptions.Domain domain : AmazonOptions.Domain.values()) {
            Dataset reviews = new AmazonFactory()
                    .create(new AmazonOptions(domain, 5_000, LabelKind.POLARITY, 0.1, 0.2, 0, 1), context);
            int all = domain == AmazonOptions.Domain.ALL ? 8_000 : 2_000;

            assertThat(reviews.test().size()).isEqualTo(all / 5);
            assertThat(reviews.train().size() + reviews.validation().size()).isEqualTo(all - all / 5);
            assertThat(reviews.info().classes()).containsExactly("negative", "positive");
            assertThat(positives(reviews.test())).isEqualTo(all / 10);
        }
    }

    @Test
    void restaurantReviewsAreSixThousand() {
        TestContext context = TestContext.in(RealData.directoryWith("we8there"))
                .withDataDirectory(RealData.directoryWith("we8there"));
        Dataset reviews =
                new We8thereFactory().create(new We8thereOptions(5_000, LabelKind.STARS, 0.1, 0.2, 0, 1), context);

        assertThat(reviews.train().size()
                        + reviews.validation().size()
                        + reviews.test().size())
                .isEqualTo(6_166);
        assertThat(reviews.info().classes()).containsExactly("1", "2", "3", "4", "5");
        assertThat(reviews.info().inputs()).isBetween(2_600, 2_640);
        assertThat(reviews.inputNames()).contains("veri good", "go back");
    }

    private static long positives(Split split) {
        return IntStream.range(0, split.size())
                .filter(row -> split.label(row) == 1)
                .count();
    }

    private static Set<String> bags(Split split) {
        CompressedRows rows = (CompressedRows) split.features();
        Set<String> bags = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            bags.add(Arrays.toString(IntStream.range(rows.start(row), rows.start(row + 1))
                    .map(rows::column)
                    .toArray()));
        }
        return bags;
    }
}
