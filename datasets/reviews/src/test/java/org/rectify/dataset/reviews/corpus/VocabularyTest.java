package org.rectify.dataset.reviews.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.error.DataException;

class VocabularyTest {

    private final Terms terms = new Terms();
    private final TextAnalysis analysis = new TextAnalysis(terms);

    @Test
    void ranksByTotalCountAndEqualsAlphabetically() {
        List<Review> training = List.of(review("pear pear pear fig apple"), review("fig apple kiwi"));

        assertThat(Vocabulary.mostFrequent(terms, training, 3).terms()).containsExactly("pear", "apple", "fig");
        assertThat(Vocabulary.mostFrequent(terms, training, 100).terms())
                .containsExactly("pear", "apple", "fig", "kiwi");
    }

    @Test
    void knowsNothingOfOtherReviews() {
        Review training = review("good food");
        Review other = review("bad bad bad food");

        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, List.of(training), 5);

        assertThat(vocabulary.terms()).containsExactly("food", "good");
        assertThat(vocabulary.columns(other)).containsExactly(0);
    }

    @Test
    void rowsAreOnesWhereAKnownTermOccurs() {
        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, List.of(review("a a a b b c")), 2);

        CompressedRows rows = vocabulary.rows(List.of(review("b a b"), review("c d"), review("b")));

        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.columns()).isEqualTo(2);
        assertThat(IntStream.range(0, 3).map(rows::column)).containsExactly(0, 1, 1);
        assertThat(IntStream.rangeClosed(0, 3).map(rows::start)).containsExactly(0, 2, 2, 3);
        assertThat(rows.value(0)).isEqualTo(1);
        assertThat(ReviewDataset.density(rows)).isEqualTo(0.5);
    }

    @Test
    void textsWithoutWordsAreRefused() {
        assertThatThrownBy(() -> Vocabulary.mostFrequent(terms, List.of(review("... !")), 5))
                .isInstanceOf(DataException.class)
                .hasMessage("the 1 training reviews hold no word");
    }

    @Test
    void reviewsOfTheSameInputsAreTheSame() {
        Review first = review("a b");
        Review unknownBesides = review("b a c a");
        Review other = review("a");
        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, List.of(first), 5);

        DistinctReviews distinct = new DistinctReviews(vocabulary, List.of(first));

        assertThat(distinct.unseen(Arrays.asList(unknownBesides, other, other))).containsExactly(other);
    }

    private Review review(String text) {
        return new Review(analysis.document(text), null);
    }
}
