package org.rectify.plugin.corruptions;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;

/**
 * Zeroes components that are not zero, 64 places at a time.
 *
 * <p>Places are bits of a word, so that no branch depends on whether a component is zero, which the processor would
 * mispredict. All places of a word are drawn for together: a number below 1 is compared with the rate digit by digit,
 * one random word giving the next binary digit of every place, until each comparison is decided. A quarter takes two
 * words for 64 places; the probability is exactly the rate.
 */
final class NonZeros {

    private static final int BLOCK = Long.SIZE;
    private static final float[] ZEROS = new float[BLOCK];

    private NonZeros() {}

    /**
     * Sets places of a copy to 0, each with the same probability, drawing only where clean values are not zero.
     *
     * @param copy of {@code clean} at the same places
     */
    static void zeroSome(float[] clean, int from, int to, double rate, float[] copy, RandomStream random) {
        for (int block = from; block < to; block += BLOCK) {
            int end = Math.min(to, block + BLOCK);
            int first = next(clean, block, end);
            if (first < end) {
                int second = next(clean, first + 1, end);
                long places = 1 | places(clean, first, second, end);
                for (places = some(places, rate, random); places != 0; places &= places - 1) {
                    copy[first + Long.numberOfTrailingZeros(places)] = 0;
                }
            }
        }
    }

    /** The first place whose bits are not all zero, or the end. */
    private static int next(float[] clean, int from, int end) {
        int zeros = Arrays.mismatch(clean, from, end, ZEROS, 0, end - from);
        return zeros < 0 ? end : from + zeros;
    }

    /** One bit for each place that is neither 0 nor -0: the magnitude's bits, negated, have a sign unless they are none. */
    private static long places(float[] clean, int origin, int from, int to) {
        long places = 0;
        for (int i = from; i < to; i++) {
            int magnitude = Float.floatToRawIntBits(clean[i]) & Integer.MAX_VALUE;
            places |= (long) (-magnitude >>> 31) << (i - origin);
        }
        return places;
    }

    /**
     * Each of the places with a probability: those whose random digits, worth a half, a quarter and so on, stay below
     * it.
     */
    private static long some(long places, double probability, RandomStream random) {
        if ((places & places - 1) == 0) {
            return random.nextDouble() < probability ? places : 0;
        }
        if (probability >= 1) {
            return places;
        }
        long below = 0;
        long undecided = places;
        for (double rest = probability; undecided != 0 && rest > 0; ) {
            rest *= 2;
            long digits = random.nextLong();
            if (rest >= 1) {
                rest -= 1;
                below |= undecided & ~digits;
                undecided &= digits;
            } else {
                undecided &= ~digits;
            }
        }
        return below;
    }
}
