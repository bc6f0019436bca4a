package org.rectify.engine.training;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;

/**
 * A part of a split with the same part of each class, where there are classes (item 58).
 *
 * <p>Of each class that occurs, the nearest whole number of examples is kept, and at least one. What belongs to one
 * fraction belongs to every larger one of the same seed, and 1 is the whole split. Examples stay in their order.
 */
final class LabelSubset {

    private LabelSubset() {}

    /**
     * The examples of a fraction.
     *
     * @param classes labels lie below it; 0 where numbers are to be told, of which any are kept
     * @param fraction above 0 and at most 1
     * @param random decides which examples belong to it
     */
    static Split of(Split split, int classes, double fraction, RandomStreams random) {
        if (fraction == 1) {
            return split;
        }
        return SelectedRows.of(split, split, rows(split, classes, fraction, random));
    }

    private static int[] rows(Split split, int classes, double fraction, RandomStreams random) {
        BitSet kept = new BitSet(split.size());
        int[][] rowsOfClasses =
                classes == 0 ? new int[][] {IntStream.range(0, split.size()).toArray()} : rowsOfClasses(split, classes);
        for (int label = 0; label < rowsOfClasses.length; label++) {
            int[] rows = rowsOfClasses[label];
            random.stream("label-subset", label).shuffle(rows);
            long share = Math.min(rows.length, Math.max(1, Math.round(fraction * rows.length)));
            for (int i = 0; i < share; i++) {
                kept.set(rows[i]);
            }
        }
        return kept.stream().toArray();
    }

    private static int[][] rowsOfClasses(Split split, int classes) {
        int[] counts = new int[classes];
        for (int row = 0; row < split.size(); row++) {
            counts[split.label(row)]++;
        }
        int[][] rows = new int[classes][];
        for (int label = 0; label < classes; label++) {
            rows[label] = new int[counts[label]];
        }
        for (int row = split.size() - 1; row >= 0; row--) {
            int label = split.label(row);
            counts[label]--;
            rows[label][counts[label]] = row;
        }
        return rows;
    }
}
