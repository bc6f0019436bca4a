package org.rectify.engine.analysis;

import java.util.Arrays;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;

/**
 * AnalyzedExamples in 64-bit numbers.
 *
 * @param inputs a row for each example
 * @param labels a class for each example
 */
@SuppressWarnings("ArrayRecordComponent")
record AnalyzedExamples(double[][] inputs, int[] labels) {

    /** Some examples of a split: all in their order, or as many as wanted, drawn without repetition. */
    static AnalyzedExamples of(Split split, int count, RandomStream random) {
        int[] rows = new int[split.size()];
        Arrays.setAll(rows, row -> row);
        if (count < rows.length) {
            random.shuffle(rows);
            rows = Arrays.copyOf(rows, count);
            Arrays.sort(rows);
        }
        double[][] inputs = new double[rows.length][];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            inputs[i] = row(split.features(), rows[i]);
            labels[i] = split.label(rows[i]);
        }
        return new AnalyzedExamples(inputs, labels);
    }

    private static double[] row(Features features, int row) {
        double[] inputs = new double[features.columns()];
        if (features instanceof CompressedRows sparse) {
            for (int entry = sparse.start(row); entry < sparse.start(row + 1); entry++) {
                inputs[sparse.column(entry)] = sparse.value(entry);
            }
        } else if (features instanceof DenseFeatures dense) {
            float[] values = new float[inputs.length];
            dense.copyRow(row, values, 0);
            Arrays.setAll(inputs, column -> values[column]);
        }
        return inputs;
    }

    int size() {
        return labels.length;
    }

    /** The first of these examples, as many as wanted if there are so many. */
    AnalyzedExamples first(int count) {
        int kept = Math.min(count, size());
        return new AnalyzedExamples(Arrays.copyOf(inputs, kept), Arrays.copyOf(labels, kept));
    }

    /** The standard deviation of all inputs of all examples, taken together. */
    double standardDeviation() {
        double mean =
                Arrays.stream(inputs).flatMapToDouble(Arrays::stream).average().orElse(0);
        return Math.sqrt(Arrays.stream(inputs)
                .flatMapToDouble(Arrays::stream)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
