package org.rectify.engine.backend.vector;

import java.util.Arrays;

/**
 * The same entries as {@link ActiveInputs}, by input: which examples a row of weights owes a gradient or an update.
 */
final class ActiveRows {

    private final int inputs;
    private final int[] starts;
    private final int[] next;
    private final int[] examples;
    private final float[] values;

    /**
     * @param capacity examples at most
     */
    ActiveRows(int capacity, int inputs) {
        this.inputs = inputs;
        this.starts = new int[inputs + 1];
        this.next = new int[inputs];
        this.examples = new int[Math.multiplyExact(capacity, inputs)];
        this.values = new float[examples.length];
    }

    /** Takes in the entries that are there. */
    void transpose(ActiveInputs active) {
        int[] columns = active.columns();
        int entries = active.entries();
        Arrays.fill(starts, 0);
        for (int entry = 0; entry < entries; entry++) {
            starts[columns[entry] + 1]++;
        }
        for (int row = 0; row < inputs; row++) {
            starts[row + 1] += starts[row];
            next[row] = starts[row];
        }
        int entry = 0;
        for (int example = 0; example < active.examples(); example++) {
            int end = active.start(example + 1, 0);
            for (; entry < end; entry++) {
                int place = next[columns[entry]]++;
                examples[place] = example;
                values[place] = active.values()[entry];
            }
        }
    }

    /** Takes in every input of every example, zeros included, for layers whose silent units pass a gradient. */
    void transposeWithZeros(ActiveInputs active) {
        int count = active.examples();
        for (int row = 0; row <= inputs; row++) {
            starts[row] = row * count;
        }
        for (int row = 0; row < inputs; row++) {
            for (int example = 0; example < count; example++) {
                examples[row * count + example] = example;
            }
        }
        Arrays.fill(values, 0, inputs * count, 0);
        int entry = 0;
        for (int example = 0; example < count; example++) {
            int end = active.start(example + 1, 0);
            for (; entry < end; entry++) {
                values[active.columns()[entry] * count + example] = active.values()[entry];
            }
        }
    }

    int inputs() {
        return inputs;
    }

    /** The first pair of each row, and one more; the array itself. */
    int[] starts() {
        return starts;
    }

    /** The example of each pair; the array itself. */
    int[] examples() {
        return examples;
    }

    /** The input's value of each pair; the array itself. */
    float[] values() {
        return values;
    }
}
