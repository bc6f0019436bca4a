package org.rectify.engine.backend;

import java.util.Arrays;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;

/**
 * Some examples of a split, gathered on the heap; reused from minibatch to minibatch.
 *
 * <p>Either dense, with {@link #dense()}, or sparse, with {@link #offsets()}, {@link #columns()} and {@link #values()}.
 */
public final class Minibatch {

    private final int inputs;
    private final boolean sparse;
    private final int[] labels;
    private final float[] dense;
    private final int[] offsets;
    private int[] columns;
    private float[] values;
    private int size;

    private Minibatch(int capacity, int inputs, boolean sparse) {
        this.inputs = inputs;
        this.sparse = sparse;
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
     * @param rows places in the split
     * @param from,count which of {@code rows} are taken; not more than the capacity
     */
    public void gather(Split split, int[] rows, int from, int count) {
        size = 0;
        for (int i = from; i < from + count; i++) {
            add(split, rows[i]);
        }
    }

    /** Takes neighbouring examples, in order. */
    public void gather(Split split, int firstRow, int count) {
        size = 0;
        for (int row = firstRow; row < firstRow + count; row++) {
            add(split, row);
        }
    }

    private void add(Split split, int row) {
        labels[size] = split.label(row);
        Features features = split.features();
        if (features instanceof CompressedRows rows) {
            add(rows, row);
        } else if (features instanceof DenseFeatures rows) {
            rows.copyRow(row, dense, size * inputs);
        }
        size++;
    }

    private void add(CompressedRows rows, int row) {
        int first = rows.start(row);
        int count = rows.start(row + 1) - first;
        int end = offsets[size] + count;
        if (end > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(end, 2 * columns.length));
            values = Arrays.copyOf(values, columns.length);
        }
        for (int i = 0; i < count; i++) {
            columns[offsets[size] + i] = rows.column(first + i);
            values[offsets[size] + i] = rows.value(first + i);
        }
        offsets[size + 1] = end;
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

    /** The class of an example. */
    public int label(int example) {
        return labels[example];
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
