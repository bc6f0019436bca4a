package org.rectify.engine.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The outputs of a hidden layer over some examples, exact zeros counted apart from all others (item 24).
 *
 * @param outputs how many there are: examples x outputs of the layer
 * @param zeros how many of them are exactly zero, of either sign
 * @param lowest the least of the others that are finite; NaN if there are none
 * @param highest the greatest of them; NaN if there are none
 * @param counts how many of them lie in each of some equally wide bins from the lowest to the highest; a bin holds its lower edge, the
 *     last one its upper edge too. One bin where they are all equal, none where there are none
 */
public record ActivationHistogram(int outputs, int zeros, float lowest, float highest, List<Integer> counts) {

    private static final int BINS = 40;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when the counts contradict each other or the edges
     */
    public ActivationHistogram {
        counts = List.copyOf(counts);
        long counted = zeros;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a bin holds " + count + " outputs");
            }
            counted += count;
        }
        if (zeros < 0 || counted > outputs) {
            throw new IllegalArgumentException(
                    zeros + " zeros and " + (counted - zeros) + " others of " + outputs + " outputs");
        }
        boolean edges = counts.isEmpty() ? Float.isNaN(lowest) && Float.isNaN(highest) : lowest <= highest;
        if (!edges) {
            throw new IllegalArgumentException(counts.size() + " bins from " + lowest + " to " + highest);
        }
    }

    /** Counts outputs of either sign. */
    public static ActivationHistogram of(float... outputs) {
        int zeros = 0;
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float output : outputs) {
            if (output == 0) {
                zeros++;
            } else if (Float.isFinite(output)) {
                lowest = Math.min(lowest, output);
                highest = Math.max(highest, output);
            }
        }
        if (lowest > highest) {
            return new ActivationHistogram(outputs.length, zeros, Float.NaN, Float.NaN, List.of());
        }
        return new ActivationHistogram(outputs.length, zeros, lowest, highest, count(outputs, lowest, highest));
    }

    private static List<Integer> count(float[] outputs, double lowest, double highest) {
        int[] counts = new int[lowest < highest ? BINS : 1];
        double width = highest - lowest;
        for (float output : outputs) {
            if (output != 0 && Float.isFinite(output)) {
                int bin = counts.length == 1 ? 0 : (int) ((output - lowest) / width * BINS);
                counts[Math.min(bin, counts.length - 1)]++;
            }
        }
        return IntStream.of(counts).boxed().toList();
    }

    /** The fraction of all outputs that is exactly zero. */
    public double sparsity() {
        return (double) zeros / outputs;
    }

    /**
     * Where a bin begins, and the one before it ends.
     *
     * @param bin from 0 to the number of bins, which gives the end of the last
     */
    public double edge(int bin) {
        return lowest + ((double) highest - lowest) * bin / counts.size();
    }
}
