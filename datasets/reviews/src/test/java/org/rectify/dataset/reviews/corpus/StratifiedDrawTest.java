package org.rectify.dataset.reviews.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStreams;

class StratifiedDrawTest {

    private static final double[] SHARES = {0.5, 0.3, 0.15, 0.05};

    private final List<Review> reviews = reviews();

    @Test
    void eachClassHasItsShareInEveryFirstPart() {
        List<Review> drawn = draw(1_000, 1).chosen();

        for (int size : new int[] {7, 50, 333, 1_000}) {
            for (int star = 1; star <= 4; star++) {
                Label label = Label.stars(star);
                long found = drawn.subList(0, size).stream()
                        .filter(review -> label.equals(review.label()))
                        .count();
                assertThat((double) found).isBetween(SHARES[star - 1] * size - 1, SHARES[star - 1] * size + 1);
            }
        }
    }

    @Test
    void largerDrawsContainSmallerOnes() {
        assertThat(draw(300, 1).chosen().subList(0, 77)).isEqualTo(draw(77, 1).chosen());
    }

    @Test
    void nothingIsLostOrTakenTwice() {
        StratifiedDraw draw = draw(123, 1);

        assertThat(draw.chosen()).hasSize(123).doesNotHaveDuplicates();
        assertThat(draw.rest()).hasSize(877).doesNotContainAnyElementsOf(draw.chosen());
        assertThat(draw(0, 1).rest()).isEqualTo(reviews);
    }

    @Test
    void theSeedDecides() {
        assertThat(draw(50, 1)).isEqualTo(draw(50, 1));
        assertThat(draw(50, 1).chosen()).isNotEqualTo(draw(50, 2).chosen());
    }

    private StratifiedDraw draw(int size, long seed) {
        return StratifiedDraw.of(reviews, size, new RandomStreams(seed).stream("draw"));
    }

    private static List<Review> reviews() {
        List<Review> reviews = new ArrayList<>();
        for (int star = 1; star <= 4; star++) {
            Label label = Label.stars(star);
            IntStream.range(0, (int) Math.rint(SHARES[star - 1] * 1_000))
                    .forEach(i -> reviews.add(new Review(new Document(new int[] {i}, new float[] {1}), label)));
        }
        return reviews;
    }
}
