package org.rectify.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.output.Targets;
import org.rectify.api.random.RandomStream;

/**
 * Some examples of a split, gathered on the heap; reused from minibatch to minibatch.
 *
 * <p>Either dense, with {@link #dense()}, or sparse, with {@link #offsets()}, {@link #columns()} and {@link #values()}.
 */
public final class Minibatch implements Targets {

    private final int inputs;
    private final boolean sparse;
    private final int[] rows;
    private final int[] labels;
    private final float[] dense;
    private final int[] offsets;
    private int[] columns;
    private float[] values;
    private @Nullable Split split;
    private int size;

    private Minibatch(int capacity, int inputs, boolean sparse) {
        this.inputs = inputs;
        this.sparse = sparse;
        this.rows = new int[capacity];
        this.labels = new int[capacity];
        this.dense = sparse ? new float[0] : new float[Math.multiplyExact(capacity, inputs)];
        this.offsets = new int[sparse ? capacity + 1 : 0];
        this.columns = new int[0];
        this.values = new float[0];
    }

    /** A minibatch that never holds any example. */
    public static Minibatch empty() {
        return new Minibatch(0, 1, false);
    }

    /** An empty minibatch for examples of a kind, at most so many at a time. */
    public static Minibatch forExamplesOf(Features features, int capacity) {
        return new Minibatch(capacity, features.columns(), features instanceof CompressedRows);
    }

    /**
     * Takes examples in the order given.
     *
     * @param places in the split
     * @param from,count which of {@code places} are taken; not more than the capacity
     */
    public void gather(Split source, int[] places, int from, int count) {
        size = 0;
        for (int i = from; i < from + count; i++) {
            add(source, places[i]);
        }
    }

    /** Takes neighbouring examples, in order. */
    public void gather(Split source, int firstRow, int count) {
        size = 0;
        for (int row = firstRow; row < firstRow + count; row++) {
            add(source, row);
        }
    }

    private void add(Split source, int row) {
        split = source;
        rows[size] = row;
        labels[size] = source.label(row);
        Features features = source.features();
        if (features instanceof CompressedRows all) {
            add(all, row);
        } else if (features instanceof DenseFeatures all) {
            all.copyRow(row, dense, size * inputs);
        }
        size++;
    }

    private void add(CompressedRows all, int row) {
        int first = all.start(row);
        int count = all.start(row + 1) - first;
        int end = offsets[size] + count;
        if (end > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(end, 2 * columns.length));
            values = Arrays.copyOf(values, columns.length);
        }
        for (int i = 0; i < count; i++) {
            columns[offsets[size] + i] = all.column(first + i);
            values[offsets[size] + i] = all.value(first + i);
        }
        offsets[size + 1] = end;
    }

    /**
     * Leaves out inputs at random and multiplies the others, so that their expectation stays (Srivastava et al., 2014).
     *
     * @param rate the fraction left out, from 0 to below 1
     * @param stream draws one number for each input, of sparse rows for each that is not zero
     */
    public void drop(double rate, RandomStream stream) {
        float dropped = (float) rate;
        float kept = 1 / (1 - dropped);
        if (!sparse) {
            for (int i = 0; i < size * inputs; i++) {
                dense[i] = stream.nextFloat() < dropped ? 0 : kept * dense[i];
            }
            return;
        }
        int next = 0;
        int from = 0;
        for (int example = 0; example < size; example++) {
            int to = offsets[example + 1];
            for (int entry = from; entry < to; entry++) {
                if (stream.nextFloat() >= dropped) {
                    columns[next] = columns[entry];
                    values[next] = kept * values[entry];
                    next++;
                }
            }
            from = to;
            offsets[example + 1] = next;
        }
    }

    /** Number of examples at present. */
    public int size() {
        return size;
    }

    /** Number of examples at most. */
    public int capacity() {
        return labels.length;
    }

    /** Number of inputs of each example. */
    public int inputs() {
        return inputs;
    }

    /** Whether the inputs are sparse rows. */
    public boolean isSparse() {
        return sparse;
    }

    @Override
    public int label(int example) {
        return labels[example];
    }

    @Override
    public double number(int example, int target) {
        if (split == null) {
            throw new IllegalStateException("this minibatch never held an example");
        }
        return split.target(rows[example], target);
    }

    /** Dense inputs, row after row; the array itself, of which the first {@code size * inputs} count. */
    public float[] dense() {
        return dense;
    }

    /** Sparse inputs: example i has the entries {@code offsets[i] .. offsets[i + 1] - 1}; the array itself. */
    public int[] offsets() {
        return offsets;
    }

    /** Sparse inputs: the column of each entry; the array itself. */
    public int[] columns() {
        return columns;
    }

    /** Sparse inputs: the value of each entry; the array itself. */
    public float[] values() {
        return values;
    }

    /** How many inputs are exactly zero, over all examples. */
    public long zeros() {
        if (sparse) {
            return (long) size * inputs - offsets[size];
        }
        long zeros = 0;
        for (int i = 0; i < size * inputs; i++) {
            if (dense[i] == 0) {
                zeros++;
            }
        }
        return zeros;
    }
}
