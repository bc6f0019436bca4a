package org.rectify.engine.backend.vector;

/**
 * Which inputs of a layer are not exactly zero, for each example of a minibatch: by example for the forward pass, by input
 * for the backward pass.
 *
 * <p>Entries of an example rise by input and are cut into blocks of inputs, so that all examples can pass over a block of
 * weights while it is near.
 */
final class ActiveInputs {

    /** Inputs of a block: with four vectors to a row, half of a first-level cache of 32 KB. */
    static final int BLOCK = Math.max(16, 16 * 1024 / (PackedWeights.PANEL * Float.BYTES));

    private final int inputs;
    private final int blocks;
    private final int[] columns;
    private final float[] values;
    private final int[] blockStarts;
    private int entries;
    private int examples;

    /**
     * @param capacity examples at most
     */
    ActiveInputs(int capacity, int inputs) {
        this.inputs = inputs;
        this.blocks = (inputs + BLOCK - 1) / BLOCK;
        this.columns = new int[Math.multiplyExact(capacity, inputs)];
        this.values = new float[columns.length];
        this.blockStarts = new int[capacity * blocks + 1];
    }

    /** Begins a new minibatch. */
    void clear() {
        entries = 0;
        examples = 0;
    }

    /** Adds an example from a dense row, leaving out zeros. */
    void addDense(float[] row, int offset) {
        for (int block = 0; block < blocks; block++) {
            blockStarts[examples * blocks + block] = entries;
            int end = Math.min(inputs, (block + 1) * BLOCK);
            for (int column = block * BLOCK; column < end; column++) {
                float value = row[offset + column];
                columns[entries] = column;
                values[entries] = value;
                entries += value != 0 ? 1 : 0;
            }
        }
        finishExample();
    }

    /** Adds an example from a dense row, each element with a sign, leaving out zeros. */
    void addSigned(float[] row, int offset, float[] signs) {
        int first = entries;
        addDense(row, offset);
        for (int entry = first; entry < entries; entry++) {
            values[entry] *= signs[columns[entry]];
        }
    }

    /** Adds an example from a sparse row whose columns rise. */
    void addSparse(int[] rowColumns, float[] rowValues, int from, int to) {
        int entry = from;
        for (int block = 0; block < blocks; block++) {
            blockStarts[examples * blocks + block] = entries;
            int end = (block + 1) * BLOCK;
            for (; entry < to && rowColumns[entry] < end; entry++) {
                if (rowValues[entry] != 0) {
                    columns[entries] = rowColumns[entry];
                    values[entries] = rowValues[entry];
                    entries++;
                }
            }
        }
        finishExample();
    }

    private void finishExample() {
        examples++;
        blockStarts[examples * blocks] = entries;
    }

    int inputs() {
        return inputs;
    }

    int examples() {
        return examples;
    }

    /** Entries of all examples. */
    int entries() {
        return entries;
    }

    int blocks() {
        return blocks;
    }

    /** The input of each entry; the array itself. */
    int[] columns() {
        return columns;
    }

    /** The value of each entry; the array itself. */
    float[] values() {
        return values;
    }

    /** The first entry of a block of an example; its last is the one before the next block's first. */
    int start(int example, int block) {
        return blockStarts[example * blocks + block];
    }
}
