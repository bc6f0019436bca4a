package org.rectify.plugin.pretraining;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.random.RandomStream;

/** Some examples, clean and corrupted, in arrays made once. */
final class CorruptedMinibatch {

    private final Corruption corruption;
    private final int capacity;
    private final int columns;
    private final float[] clean;
    private final float[] corrupted;
    private RandomStream noise;

    CorruptedMinibatch(Corruption corruption, int capacity, int columns, RandomStream noise) {
        this.corruption = corruption;
        this.capacity = capacity;
        this.columns = columns;
        this.clean = new float[Math.multiplyExact(capacity, columns)];
        this.corrupted = new float[clean.length];
        this.noise = noise;
    }

    int capacity() {
        return capacity;
    }

    /** Rows, one after another; the array itself. */
    float[] clean() {
        return clean;
    }

    /** The same rows with noise; the array itself. */
    float[] corrupted() {
        return corrupted;
    }

    /** Takes all noise to come from a stream. */
    void noiseFrom(RandomStream stream) {
        noise = stream;
    }

    /** Takes the examples {@code rows[first] .. rows[first + count - 1]}. */
    void take(Features features, int[] rows, int first, int count) {
        for (int example = 0; example < count; example++) {
            copyRow(features, rows[first + example], example * columns);
        }
        if (corruption instanceof ElementwiseCorruption elementwise) {
            for (int from = 0; from < count * columns; from += columns) {
                elementwise.corrupt(clean, from, from + columns, corrupted, noise);
            }
        } else {
            INDArray before =
                    Nd4j.createFromArray(Arrays.copyOf(clean, count * columns)).reshape(count, columns);
            INDArray after = Nd4j.createUninitialized(count, columns);
            corruption.corrupt(before, after, noise);
            Matrices.read(after, corrupted);
        }
    }

    private void copyRow(Features features, int row, int at) {
        if (features instanceof DenseFeatures dense) {
            dense.copyRow(row, clean, at);
        } else if (features instanceof CompressedRows sparse) {
            Arrays.fill(clean, at, at + columns, 0);
            for (int entry = sparse.start(row); entry < sparse.start(row + 1); entry++) {
                clean[at + sparse.column(entry)] = sparse.value(entry);
            }
        }
    }
}
