package org.rectify.dataset.reviews.corpus;

import java.util.Arrays;

/**
 * The terms of one review and how often each occurs.
 *
 * @param terms their numbers, rising strictly; the array itself
 * @param counts positive and finite, one for each term; the array itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record Document(int[] terms, float[] counts) {

    /** Collects the terms of one document after another. */
    public static final class Builder {

        private long[] occurrences = new long[256];
        private int size;

        /**
         * Takes in a term, not necessarily for the first time.
         *
         * @param term its number
         * @param count how often it occurs: finite, 0 or more; nothing happens at 0
         */
        public void add(int term, float count) {
            if (count == 0) {
                return;
            }
            if (size == occurrences.length) {
                occurrences = Arrays.copyOf(occurrences, 2 * size);
            }
            occurrences[size++] = (long) term << Integer.SIZE | Float.floatToIntBits(count);
        }

        /** The document of all terms since the last one. */
        public Document build() {
            Arrays.sort(occurrences, 0, size);
            int[] terms = new int[size];
            float[] counts = new float[size];
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                int term = (int) (occurrences[i] >>> Integer.SIZE);
                float count = Float.intBitsToFloat((int) occurrences[i]);
                if (distinct > 0 && terms[distinct - 1] == term) {
                    counts[distinct - 1] = Math.min(Float.MAX_VALUE, counts[distinct - 1] + count);
                } else {
                    terms[distinct] = term;
                    counts[distinct++] = count;
                }
            }
            size = 0;
            return new Document(Arrays.copyOf(terms, distinct), Arrays.copyOf(counts, distinct));
        }
    }
}
