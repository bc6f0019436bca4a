package org.rectify.dataset.norb.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes square images smaller (item 52), exactly: each new pixel is a sum of old ones with whole weights, divided once.
 *
 * <p>Along each side a new pixel is a weighted mean of neighbouring old ones; what is done to rows is done to columns.
 * Safe for use by several threads.
 */
public final class Reduction {

    private final int from;
    private final List<Taps> taps;
    private final int total;

    /** The old pixels of one row that make a new one: from the first, with these weights. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Taps(int first, int[] weights) {}

    private Reduction(int from, List<Taps> taps, int total) {
        if (511L * total * total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("weights of " + total + " in each direction sum up to too much");
        }
        this.from = from;
        this.taps = List.copyOf(taps);
        this.total = total;
    }

    /**
     * Area averaging: a new pixel is the mean of the square it covers, parts of old pixels included. The mean of the image
     * stays what it was.
     *
     * @param from pixels of a side before, and {@code to} after, fewer or as many
     */
    public static Reduction area(int from, int to) {
        requireSizes(from, to);
        int divisor = greatestCommonDivisor(from, to);
        // in units of 1 / pixel an old pixel is as wide as a side has new ones, and the other way round
        int pixel = to / divisor;
        int cell = from / divisor;
        List<Taps> taps = new ArrayList<>();
        for (int i = 0; i < to; i++) {
            int start = i * cell;
            int end = start + cell;
            int first = start / pixel;
            int[] weights = new int[(end - 1) / pixel - first + 1];
            for (int k = 0; k < weights.length; k++) {
                int left = (first + k) * pixel;
                weights[k] = Math.min(end, left + pixel) - Math.max(start, left);
            }
            taps.add(new Taps(first, weights));
        }
        return new Reduction(from, taps, cell);
    }

    /**
     * Bilinear interpolation at the middle of each new pixel: of all the old ones it covers only the four nearest count.
     *
     * @param from pixels of a side before, and {@code to} after, fewer or as many
     */
    public static Reduction bilinear(int from, int to) {
        requireSizes(from, to);
        int unit = 2 * to;
        List<Taps> taps = new ArrayList<>();
        for (int i = 0; i < to; i++) {
            // (i + 1/2) * from / to - 1/2, in units of 1 / (2 to); never below 0, since from is not below to
            int place = (2 * i + 1) * from - to;
            int fraction = place % unit;
            taps.add(new Taps(place / unit, fraction == 0 ? new int[] {unit} : new int[] {unit - fraction, fraction}));
        }
        return new Reduction(from, taps, unit);
    }

    private static void requireSizes(int from, int to) {
        if (to < 1 || from < to) {
            throw new IllegalArgumentException("from " + from + " to " + to + " pixels");
        }
    }

    private static int greatestCommonDivisor(int one, int other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }

    /** Pixels of a side before. */
    public int from() {
        return from;
    }

    /** Pixels of a side after. */
    public int to() {
        return taps.size();
    }

    /**
     * The new pixels, exact but for one division.
     *
     * @param image unsigned bytes row by row, from {@code offset}
     */
    public double[] means(byte[] image, int offset) {
        int[] sums = sums(image, offset);
        double[] means = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            means[i] = sums[i] / (double) (total * total);
        }
        return means;
    }

    /**
     * The new pixels, each rounded to the nearest byte, halves up.
     *
     * @param image unsigned bytes row by row, from {@code offset}
     * @param target overwritten from {@code targetOffset}
     */
    public void reduce(byte[] image, int offset, byte[] target, int targetOffset) {
        int[] sums = sums(image, offset);
        int divisor = total * total;
        for (int i = 0; i < sums.length; i++) {
            target[targetOffset + i] = (byte) ((2 * sums[i] + divisor) / (2 * divisor));
        }
    }

    private int[] sums(byte[] image, int offset) {
        int to = taps.size();
        int[] narrow = new int[from * to];
        for (int row = 0; row < from; row++) {
            for (int column = 0; column < to; column++) {
                Taps tap = taps.get(column);
                int start = offset + row * from + tap.first();
                int sum = 0;
                for (int k = 0; k < tap.weights().length; k++) {
                    sum += tap.weights()[k] * (image[start + k] & 0xFF);
                }
                narrow[row * to + column] = sum;
            }
        }
        int[] sums = new int[to * to];
        for (int row = 0; row < to; row++) {
            Taps tap = taps.get(row);
            for (int k = 0; k < tap.weights().length; k++) {
                int weight = tap.weights()[k];
                int start = (tap.first() + k) * to;
                for (int column = 0; column < to; column++) {
                    sums[row * to + column] += weight * narrow[start + column];
                }
            }
        }
        return sums;
    }
}
