package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.WIDTH;

import java.util.Arrays;
import org.rectify.kernels.Minibatch;

/**
 * The inputs of a layer that are not zero: by example, as the forward pass wants them, and by input, as the backward pass
 * does.
 *
 * <p>Inputs are taken in blocks as wide as a panel, each by one thread; what belongs to a block has its place, however much
 * there is of it.
 */
final class ActiveInputs {

    /** Parts of a block whose weights in a panel, of active inputs alone, fit the first-level cache. */
    static final int PARTS = 2;

    private static final int PART = WIDTH / PARTS;
    private static final float[] NO_SIGNS = {};
    private static final int MAGNITUDE = 0x7fffffff;

    private final int inputs;
    private final int capacity;
    private final boolean withZeros;

    private final int[] columns;
    private final float[] values;
    /** Where each part of an example in a block ends. */
    private final int[] ends;

    private final int[] pairCounts;
    private final int[] pairExamples;
    private final float[] pairValues;

    private final long[] nonzeros;
    private final double[] absoluteSums;
    private final boolean[] active;

    private ActiveInputs(int inputs, int capacity, boolean byInput, boolean withZeros) {
        int blocks = Panels.count(inputs);
        this.inputs = inputs;
        this.capacity = capacity;
        this.withZeros = withZeros;
        this.columns = new int[Math.multiplyExact(blocks * capacity, WIDTH)];
        this.values = new float[columns.length];
        this.ends = new int[blocks * capacity * PARTS];
        this.pairCounts = new int[byInput ? blocks * WIDTH : 0];
        this.pairExamples = new int[pairCounts.length * capacity];
        this.pairValues = new float[pairCounts.length * capacity];
        this.nonzeros = new long[blocks];
        this.absoluteSums = new double[blocks];
        this.active = new boolean[pairCounts.length];
        if (withZeros) {
            // Every input owes every example, for good.
            Arrays.setAll(pairExamples, pair -> pair % capacity);
        }
    }

    /** By example alone. */
    static ActiveInputs forObserving(int inputs, int capacity) {
        return new ActiveInputs(inputs, capacity, false, false);
    }

    /**
     * By example and by input.
     *
     * @param withZeros whether zeros are listed too, because a silent unit below still passes a gradient
     */
    static ActiveInputs forLearning(int inputs, int capacity, boolean withZeros) {
        return new ActiveInputs(inputs, capacity, true, withZeros);
    }

    /** Lists a block of the inputs. */
    void collect(int block, PanelMatrix x, int examples) {
        collect(block, x, NO_SIGNS, examples);
    }

    /** Lists a block of what a hidden layer puts out. */
    void collect(int block, LayerForward pass, int examples) {
        if (!pass.isDropped()) {
            collect(block, pass.a(), pass.isSigned() ? pass.signs() : NO_SIGNS, examples);
            return;
        }
        pass.sign(block, examples);
        long found = list(block, pass.h(), NO_SIGNS, examples);
        if (withZeros) {
            pairKept(block, pass.h(), pass.factors(), examples);
        } else {
            pair(block, examples);
        }
        summarize(block, examples, found);
    }

    private void collect(int block, PanelMatrix x, float[] signs, int examples) {
        long found = list(block, x, signs, examples);
        if (withZeros) {
            pairAll(block, x, signs, examples);
        } else {
            pair(block, examples);
        }
        summarize(block, examples, found);
    }

    private long list(int block, PanelMatrix x, float[] signs, int examples) {
        int first = block * WIDTH;
        int width = x.width(block);
        float[] source = x.values();
        long found = 0;
        for (int example = 0; example < examples; example++) {
            int row = x.at(block, example);
            int slot = slot(block, example);
            int next = slot;
            for (int part = 0; part < PARTS; part++) {
                int end = Math.min(width, (part + 1) * PART);
                for (int i = part * PART; i < end; i++) {
                    columns[next] = first + i;
                    // Without a branch, which would be mispredicted.
                    next += -(Float.floatToRawIntBits(source[row + i]) & MAGNITUDE) >>> 31;
                }
                ends[end(block, example) + part] = next;
            }
            for (int entry = slot; entry < next; entry++) {
                values[entry] = source[row - first + columns[entry]];
            }
            for (int entry = slot; signs.length > 0 && entry < next; entry++) {
                values[entry] *= signs[columns[entry]];
            }
            found += next - slot;
        }
        return found;
    }

    /** Lists a block of some examples of a minibatch of sparse rows. */
    void collect(int block, Minibatch batch, int firstExample, int examples) {
        int first = block * WIDTH;
        int[] rowColumns = batch.columns();
        long found = 0;
        for (int example = 0; example < examples; example++) {
            int end = batch.offsets()[firstExample + example + 1];
            int entry = lowerBound(rowColumns, batch.offsets()[firstExample + example], end, first);
            int slot = slot(block, example);
            int next = slot;
            for (int part = 0; part < PARTS; part++) {
                int limit = first + (part + 1) * PART;
                for (; entry < end && rowColumns[entry] < limit; entry++) {
                    columns[next] = rowColumns[entry];
                    values[next] = batch.values()[entry];
                    next += values[next] == 0 ? 0 : 1;
                }
                ends[end(block, example) + part] = next;
            }
            found += next - slot;
        }
        pair(block, examples);
        summarize(block, examples, found);
    }

    /**
     * Gives the listed inputs of a block other values, which may be zero; what is listed stays as it is. For lists without
     * zeros of their own.
     */
    void replaceValues(int block, PanelMatrix x, int examples) {
        for (int example = 0; example < examples; example++) {
            int row = x.at(block, example) - block * WIDTH;
            int end = end(block, example, PARTS - 1);
            for (int entry = slot(block, example); entry < end; entry++) {
                values[entry] = x.values()[row + columns[entry]];
            }
        }
        pair(block, examples);
    }

    private static int lowerBound(int[] sorted, int from, int to, int key) {
        int place = Arrays.binarySearch(sorted, from, to, key);
        return place < 0 ? -place - 1 : place;
    }

    private void pair(int block, int examples) {
        if (pairCounts.length == 0) {
            return;
        }
        Arrays.fill(pairCounts, block * WIDTH, (block + 1) * WIDTH, 0);
        for (int example = 0; example < examples; example++) {
            int slot = slot(block, example);
            int end = end(block, example, PARTS - 1);
            for (int entry = slot; entry < end; entry++) {
                int input = columns[entry];
                int place = input * capacity + pairCounts[input]++;
                pairExamples[place] = example;
                pairValues[place] = values[entry];
            }
        }
        for (int input = block * WIDTH; input < (block + 1) * WIDTH; input++) {
            active[input] = pairCounts[input] > 0;
        }
    }

    private void pairAll(int block, PanelMatrix x, float[] signs, int examples) {
        int first = block * WIDTH;
        int width = x.width(block);
        Arrays.fill(pairCounts, first, first + width, examples);
        Arrays.fill(active, first, first + width, false);
        for (int example = 0; example < examples; example++) {
            int row = x.at(block, example);
            for (int i = 0; i < width; i++) {
                float sign = signs.length > 0 ? signs[first + i] : 1;
                float value = sign * x.values()[row + i];
                pairValues[(first + i) * capacity + example] = value;
                active[first + i] |= value != 0;
            }
        }
    }

    /** All but the outputs that are left out, which pass no gradient whatever the unit below does. */
    private void pairKept(int block, PanelMatrix x, PanelMatrix factors, int examples) {
        int first = block * WIDTH;
        int width = x.width(block);
        Arrays.fill(pairCounts, first, first + width, 0);
        Arrays.fill(active, first, first + width, false);
        for (int example = 0; example < examples; example++) {
            int row = x.at(block, example);
            for (int i = 0; i < width; i++) {
                if (factors.values()[row + i] != 0) {
                    int place = (first + i) * capacity + pairCounts[first + i]++;
                    float value = x.values()[row + i];
                    pairExamples[place] = example;
                    pairValues[place] = value;
                    active[first + i] |= value != 0;
                }
            }
        }
    }

    private void summarize(int block, int examples, long found) {
        double sum = 0;
        for (int example = 0; example < examples; example++) {
            int slot = slot(block, example);
            int end = end(block, example, PARTS - 1);
            for (int entry = slot; entry < end; entry++) {
                sum += Math.abs(values[entry]);
            }
        }
        nonzeros[block] = found;
        absoluteSums[block] = sum;
    }

    int inputs() {
        return inputs;
    }

    int blocks() {
        return nonzeros.length;
    }

    /** The first entry of an example in a block. */
    int slot(int block, int example) {
        return (block * capacity + example) * WIDTH;
    }

    /** The first entry of a part of an example in a block. */
    int start(int block, int example, int part) {
        return part == 0 ? slot(block, example) : end(block, example, part - 1);
    }

    /** The entry after the last of a part of an example in a block. */
    int end(int block, int example, int part) {
        return ends[end(block, example) + part];
    }

    private int end(int block, int example) {
        return (block * capacity + example) * PARTS;
    }

    /** How many entries a block has, over all examples. */
    long entries(int block) {
        return nonzeros[block];
    }

    /** The input of each entry; the array itself. */
    int[] columns() {
        return columns;
    }

    /** The value of each entry; the array itself. */
    float[] values() {
        return values;
    }

    /** Examples at most: the pairs of input i begin at {@code i * capacity()}. */
    int capacity() {
        return capacity;
    }

    /** How many examples each input owes a gradient or an update; the array itself. */
    int[] pairCounts() {
        return pairCounts;
    }

    /** The example of each pair; the array itself. */
    int[] pairExamples() {
        return pairExamples;
    }

    /** The input's value of each pair; the array itself. */
    float[] pairValues() {
        return pairValues;
    }

    /** Whether each input was not zero for some example; the array itself. */
    boolean[] active() {
        return active;
    }

    /** How many inputs are not zero, over all examples. */
    long nonzeros() {
        long sum = 0;
        for (long found : nonzeros) {
            sum += found;
        }
        return sum;
    }

    /** How many pairs of input and example take part in the backward pass. */
    long pairs() {
        long sum = 0;
        for (int count : pairCounts) {
            sum += count;
        }
        return sum;
    }

    /** The sum of the inputs' magnitudes, over all examples. */
    double absoluteSum() {
        double sum = 0;
        for (double part : absoluteSums) {
            sum += part;
        }
        return sum;
    }

    /** Fraction of the inputs that are not zero. */
    double density(int examples) {
        return (double) nonzeros() / ((double) examples * inputs);
    }
}
