package org.rectify.dataset.reviews.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Split;
import org.rectify.dataset.reviews.corpus.ReviewDataset;
import org.rectify.dataset.reviews.synthetic.ReviewGenerator.Opinion;
import org.rectify.testkit.TestContext;

/** Item 57's checks. */
class SyntheticReviewsTest {

    private static final int TERMS = 5_000;

    private final Dataset reviews = generate(1, 20_000, 2_000, 8_000);

    @Test
    void sixInAThousandInputsAreNotZero() {
        double density = ReviewDataset.density((CompressedRows) reviews.train().features());

        assertThat(density).isBetween(0.0055, 0.0065);
        assertThat(reviews.info().source()).contains("density of the training reviews 0.");
    }

    @Test
    void someReviewsSayMuchMoreThanOthers() {
        CompressedRows rows = (CompressedRows) reviews.train().features();
        int[] sizes = IntStream.range(0, rows.rows())
                .map(row -> rows.start(row + 1) - rows.start(row))
                .sorted()
                .toArray();

        assertThat(sizes[sizes.length / 20]).isLessThan(16);
        assertThat(sizes[sizes.length * 19 / 20]).isGreaterThan(48);
    }

    @Test
    void starsOccurInTheirShares() {
        double chiSquare = 0;
        for (int star = 0; star < ReviewGenerator.STARS; star++) {
            double expected = 20_000 * ReviewGenerator.starShare(star);
            double difference = count(reviews.train(), star) - expected;
            chiSquare += difference * difference / expected;
        }

        assertThat(chiSquare).as("chi-square of 4 degrees of freedom").isLessThan(18.5);
    }

    @Test
    void wordsAreZipfian() {
        int[] counts = counts((CompressedRows) reviews.train().features());

        assertThat(counts[0]).isGreaterThan(3 * counts[30]).isGreaterThan(20 * counts[400]);
        assertThat(counts[4_000]).isLessThan(40);
    }

    @Test
    void aLinearModelIsClearlyWorseThanTheGeneratorsOwnPosterior() {
        CompressedRows test = (CompressedRows) reviews.test().features();
        SoftmaxRegression linear = new SoftmaxRegression(TERMS, ReviewGenerator.STARS);
        linear.learn(reviews.train(), 6, 0.05);

        double oracleError = error(reviews.test(), row -> posterior(test, row));
        double linearError = error(reviews.test(), row -> linear.probabilities(test, row));
        double priorError = error(reviews.test(), row -> prior());

        assertThat(oracleError).isLessThan(0.75 * priorError);
        assertThat(linearError).isLessThan(0.85 * priorError);
        assertThat(linearError).isGreaterThan(1.05 * oracleError);
    }

    @Test
    void reviewsDependOnSeedSplitAndPlaceAlone() {
        Dataset fewer = generate(1, 10, 3, 5);

        assertThat(bag(fewer.train(), 7)).isEqualTo(bag(reviews.train(), 7));
        assertThat(fewer.test().label(4)).isEqualTo(reviews.test().label(4));
        assertThat(bag(fewer.test(), 4)).isEqualTo(bag(reviews.test(), 4)).isNotEqualTo(bag(reviews.train(), 4));
        assertThat(bag(generate(2, 10, 0, 1).train(), 7)).isNotEqualTo(bag(reviews.train(), 7));
    }

    @Test
    void everyInputHasANameOfItsOwn() {
        assertThat(reviews.inputNames()).hasSize(TERMS).doesNotHaveDuplicates();
        assertThat(reviews.inputNames().get(new ReviewGenerator(TERMS).column(2, ReviewGenerator.NOT)))
                .isEqualTo("not-3");
        assertThat(reviews.unlabelled().orElseThrow().rows()).isEqualTo(2_000);
        assertThat(generate(1, 10, 0, 5).unlabelled()).isEmpty();
    }

    /** The probabilities of the stars given the terms, by Bayes' rule and the tables the generator draws from. */
    private static double[] posterior(CompressedRows rows, int row) {
        ReviewGenerator generator = new ReviewGenerator(TERMS);
        BitSet bag = bag(rows, row);
        double[] scores = prior();
        for (int star = 0; star < scores.length; star++) {
            scores[star] = Math.log(scores[star]);
            for (int aspect = 0; aspect < ReviewGenerator.ASPECTS; aspect++) {
                boolean good = bag.get(generator.column(aspect, ReviewGenerator.GOOD));
                boolean bad = bag.get(generator.column(aspect, ReviewGenerator.BAD));
                boolean very = bag.get(generator.column(aspect, ReviewGenerator.VERY));
                boolean negated = bag.get(generator.column(aspect, ReviewGenerator.NOT));
                if (good || bad) {
                    Opinion plain = good == negated ? Opinion.BAD : Opinion.GOOD;
                    Opinion strong = good ? Opinion.VERY_GOOD : Opinion.VERY_BAD;
                    scores[star] += Math.log(ReviewGenerator.opinionShare(very ? strong : plain, star));
                }
            }
            for (int term = 0; term < ReviewGenerator.PLAIN_TERMS; term++) {
                double rate = ReviewGenerator.plainRate(term, star);
                boolean present = bag.get(TERMS - ReviewGenerator.PLAIN_TERMS + term);
                scores[star] += Math.log(present ? rate : 1 - rate);
            }
        }
        return SoftmaxRegression.normalised(scores);
    }

    private static double[] prior() {
        return IntStream.range(0, ReviewGenerator.STARS)
                .mapToDouble(ReviewGenerator::starShare)
                .toArray();
    }

    private static double error(Split split, IntFunction<double[]> model) {
        double squares = 0;
        for (int row = 0; row < split.size(); row++) {
            double[] probabilities = model.apply(row);
            double expected = 0;
            for (int star = 0; star < probabilities.length; star++) {
                expected += star * probabilities[star];
            }
            squares += Math.pow(expected - split.label(row), 2);
        }
        return Math.sqrt(squares / split.size());
    }

    private static long count(Split split, int label) {
        return IntStream.range(0, split.size())
                .filter(row -> split.label(row) == label)
                .count();
    }

    private static int[] counts(CompressedRows rows) {
        int[] counts = new int[rows.columns()];
        IntStream.range(0, rows.start(rows.rows())).forEach(entry -> counts[rows.column(entry)]++);
        return counts;
    }

    private static BitSet bag(Split split, int row) {
        return bag((CompressedRows) split.features(), row);
    }

    private static BitSet bag(CompressedRows rows, int row) {
        BitSet bag = new BitSet();
        IntStream.range(rows.start(row), rows.start(row + 1)).map(rows::column).forEach(bag::set);
        return bag;
    }

    private static Dataset generate(long seed, int labelled, int unlabelled, int test) {
        return new SyntheticReviewsFactory()
                .create(
                        new SyntheticReviewsOptions(labelled, unlabelled, 100, test, TERMS),
                        TestContext.in(Path.of("unused")).withSeed(seed));
    }
}
