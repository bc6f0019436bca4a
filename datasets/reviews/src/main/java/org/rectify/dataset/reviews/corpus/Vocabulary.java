package org.rectify.dataset.reviews.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.error.DataException;

/**
 * The most frequent terms of the training texts, each an input of the network; other terms are dropped (item 56).
 *
 * @param terms from the most frequent; of equally frequent ones the alphabetically first comes first
 * @param columns the column of each number of {@link Terms}, or -1; terms met later have none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Vocabulary(List<String> terms, int[] columns) {

    private static final int UNKNOWN = -1;

    /**
     * Counts the terms of the training texts and ranks them by their total count.
     *
     * @param terms all terms of all texts
     * @param size how many are kept at most
     * @throws DataException when no training text holds a term
     */
    public static Vocabulary mostFrequent(Terms terms, List<Review> training, int size) {
        double[] totals = new double[terms.size()];
        for (Review review : training) {
            Document document = review.document();
            for (int i = 0; i < document.terms().length; i++) {
                totals[document.terms()[i]] += document.counts()[i];
            }
        }
        List<Integer> kept = IntStream.range(0, totals.length)
                .filter(term -> totals[term] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(term -> -totals[term])
                        .thenComparing(terms::name))
                .limit(size)
                .toList();
        if (kept.isEmpty()) {
            throw new DataException("the " + training.size() + " training reviews hold no word");
        }
        int[] columns = new int[terms.size()];
        Arrays.fill(columns, UNKNOWN);
        for (int column = 0; column < kept.size(); column++) {
            columns[kept.get(column)] = column;
        }
        return new Vocabulary(kept.stream().map(terms::name).toList(), columns);
    }

    /** Which terms of the vocabulary occur in each review, 1 for each that does. */
    public CompressedRows rows(List<Review> reviews) {
        int[][] rows = reviews.stream().map(this::columns).toArray(int[][]::new);
        int[] offsets = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            offsets[row + 1] = Math.addExact(offsets[row], rows[row].length);
        }
        int[] indices = new int[offsets[rows.length]];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, indices, offsets[row], rows[row].length);
        }
        return new CompressedRows(terms.size(), offsets, indices, null);
    }

    /** The columns of the known terms of one review, rising. */
    int[] columns(Review review) {
        int[] known = new int[review.document().terms().length];
        int size = 0;
        for (int term : review.document().terms()) {
            if (term < columns.length && columns[term] != UNKNOWN) {
                known[size++] = columns[term];
            }
        }
        int[] rising = Arrays.copyOf(known, size);
        Arrays.sort(rising);
        return rising;
    }
}
