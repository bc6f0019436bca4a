package org.rectify.dataset.reviews.synthetic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectify.api.random.RandomStream;

/**
 * Draws reviews: a number of stars first, then words that tell of it (item 57).
 *
 * <p>A review speaks of some of {@value #ASPECTS} aspects, and is of one of four {@link Opinion}s on each. An aspect has four
 * terms of its own: good, bad, very, not. Very good and very bad take two of them; plainly good is said as "good" or as "bad"
 * and "not", plainly bad as "bad" or as "good" and "not". So neither the sign nor the strength of an opinion is seen from one
 * term alone, which a linear model of single terms cannot make up for. Besides come {@value #PLAIN_TERMS} plain terms whose
 * rates rise or fall with the stars, and words of a Zipfian vocabulary that tell nothing. How much a review says is
 * log-normal and tells nothing either.
 */
final class ReviewGenerator {

    static final int STARS = 5;
    static final int ASPECTS = 60;
    static final int TERMS_OF_ASPECT = 4;
    static final int PLAIN_TERMS = 120;

    /** Places of an aspect's terms. */
    static final int GOOD = 0;

    static final int BAD = 1;
    static final int VERY = 2;
    static final int NOT = 3;

    private static final int TELLING_TERMS = ASPECTS * TERMS_OF_ASPECT + PLAIN_TERMS;

    /** How a review finds an aspect. */
    enum Opinion {
        VERY_BAD,
        BAD,
        GOOD,
        VERY_GOOD
    }

    private static final double[] STAR_SHARES = {0.10, 0.12, 0.18, 0.30, 0.30};

    /** Of reviews of 1 to 5 stars, the shares of the opinions in their order. */
    private static final double[][] OPINION_SHARES = {
        {0.50, 0.32, 0.13, 0.05},
        {0.24, 0.46, 0.24, 0.06},
        {0.10, 0.36, 0.40, 0.14},
        {0.05, 0.21, 0.50, 0.24},
        {0.04, 0.12, 0.32, 0.52}
    };

    private static final double SAID_BY_NEGATION = 0.4;
    private static final double MENTIONS = 2.5;
    private static final double MENTION_OFFSET = 6;
    private static final double MOST_CERTAIN_MENTION = 0.95;
    private static final double PLAIN_RATE = 0.1;
    private static final double PLAIN_OFFSET = 5;
    private static final double PLAIN_GROWTH = 0.25;
    private static final double LENGTH_DEVIATION = 0.5;
    private static final double MEAN_WORDS = 21.5;
    private static final double ZIPF_EXPONENT = 1.05;
    private static final double ZIPF_OFFSET = 5;

    private final int words;
    private final double[] cumulativeWordShares;

    /**
     * @param terms size of the vocabulary, more than the terms that tell something
     */
    ReviewGenerator(int terms) {
        words = terms - TELLING_TERMS;
        cumulativeWordShares = IntStream.range(0, words)
                .mapToDouble(rank -> StrictMath.pow(rank + 1 + ZIPF_OFFSET, -ZIPF_EXPONENT))
                .toArray();
        Arrays.parallelPrefix(cumulativeWordShares, Double::sum);
    }

    /**
     * Draws one review.
     *
     * @param target takes the columns of its terms; cleared first
     * @return its stars less 1: its class
     */
    int draw(RandomStream random, BitSet target) {
        target.clear();
        int star = choice(STAR_SHARES, random);
        double length =
                StrictMath.exp(LENGTH_DEVIATION * random.nextGaussian() - LENGTH_DEVIATION * LENGTH_DEVIATION / 2);
        for (int aspect = 0; aspect < ASPECTS; aspect++) {
            double mention = Math.min(MOST_CERTAIN_MENTION, length * MENTIONS / (aspect + MENTION_OFFSET));
            if (random.nextDouble() < mention) {
                Opinion opinion = Opinion.values()[choice(OPINION_SHARES[star], random)];
                say(opinion, random.nextDouble() < SAID_BY_NEGATION, aspect, target);
            }
        }
        for (int term = 0; term < PLAIN_TERMS; term++) {
            if (random.nextDouble() < plainRate(term, star)) {
                target.set(words + ASPECTS * TERMS_OF_ASPECT + term);
            }
        }
        for (long word = Math.round(length * MEAN_WORDS); word > 0; word--) {
            target.set(word(random));
        }
        return star;
    }

    private void say(Opinion opinion, boolean negated, int aspect, BitSet target) {
        switch (opinion) {
            case VERY_GOOD -> target.set(column(aspect, VERY));
            case GOOD, BAD -> target.set(column(aspect, NOT), negated);
            case VERY_BAD -> target.set(column(aspect, VERY));
        }
        boolean good = opinion == Opinion.VERY_GOOD
                || opinion == Opinion.GOOD && !negated
                || opinion == Opinion.BAD && negated;
        target.set(column(aspect, good ? GOOD : BAD));
    }

    /** The column of a term of an aspect. */
    int column(int aspect, int term) {
        return words + aspect * TERMS_OF_ASPECT + term;
    }

    /** How probable a plain term is in a review of a class. */
    static double plainRate(int term, int star) {
        int half = PLAIN_TERMS / 2;
        double growth = term < half ? PLAIN_GROWTH : -PLAIN_GROWTH;
        return PLAIN_RATE / (term % half + PLAIN_OFFSET) * StrictMath.exp(growth * (star - STARS / 2));
    }

    /** How probable a class is. */
    static double starShare(int star) {
        return STAR_SHARES[star];
    }

    /** How probable an opinion on an aspect is in a review of a class that speaks of it. */
    static double opinionShare(Opinion opinion, int star) {
        return OPINION_SHARES[star][opinion.ordinal()];
    }

    private int word(RandomStream random) {
        double place = random.nextDouble() * cumulativeWordShares[words - 1];
        int found = Arrays.binarySearch(cumulativeWordShares, place);
        return Math.min(words - 1, found < 0 ? -found - 1 : found + 1);
    }

    private static int choice(double[] shares, RandomStream random) {
        double place = random.nextDouble();
        int chosen = 0;
        while (chosen < shares.length - 1 && place >= shares[chosen]) {
            place -= shares[chosen];
            chosen++;
        }
        return chosen;
    }

    /** The name of each column. */
    List<String> names() {
        Stream<String> background = IntStream.rangeClosed(1, words).mapToObj(rank -> "word-" + rank);
        Stream<String> aspects = IntStream.rangeClosed(1, ASPECTS)
                .boxed()
                .flatMap(aspect -> Stream.of("good-", "bad-", "very-", "not-").map(term -> term + aspect));
        Stream<String> plain = IntStream.range(0, PLAIN_TERMS)
                .mapToObj(term ->
                        term < PLAIN_TERMS / 2 ? "praise-" + (term + 1) : "blame-" + (term + 1 - PLAIN_TERMS / 2));
        return Stream.of(background, aspects, plain).flatMap(names -> names).toList();
    }
}
