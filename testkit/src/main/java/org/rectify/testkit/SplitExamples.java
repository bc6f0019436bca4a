package org.rectify.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;

/**
 * A part of a data set, and those of its examples that are looked at.
 *
 * @param part its name in messages
 * @param labels gives the class of a row; 0 for every row of a part without labels
 * @param numbers gives the numbers that are to be told of a row; none where classes are, or nothing is
 * @param sample the rows that are looked at, rising
 */
@SuppressWarnings("ArrayRecordComponent")
record SplitExamples(
        String part, Features features, IntUnaryOperator labels, IntFunction<double[]> numbers, int[] sample) {

    /**
     * The three splits, and the unlabelled examples where there are any.
     *
     * @param limit most rows of each that are looked at
     */
    static List<SplitExamples> of(Dataset dataset, int limit) {
        int targets = dataset.info().targets().size();
        List<SplitExamples> parts = new ArrayList<>();
        parts.add(of("the training split", dataset.train(), targets, limit));
        parts.add(of("the validation split", dataset.validation(), targets, limit));
        parts.add(of("the test split", dataset.test(), targets, limit));
        dataset.unlabelled()
                .ifPresent(features -> parts.add(new SplitExamples(
                        "the unlabelled examples",
                        features,
                        row -> 0,
                        row -> new double[0],
                        sample(features.rows(), limit))));
        return List.copyOf(parts);
    }

    private static SplitExamples of(String part, Split split, int targets, int limit) {
        return new SplitExamples(
                part,
                split.features(),
                split::label,
                row -> IntStream.range(0, targets)
                        .mapToDouble(target -> split.target(row, target))
                        .toArray(),
                sample(split.features().rows(), limit));
    }

    /** All rows, or as many as the limit: the first, the last, and others evenly between, a third each. */
    static int[] sample(int rows, int limit) {
        if (rows <= limit) {
            return IntStream.range(0, rows).toArray();
        }
        int third = limit / 3;
        int between = limit - 2 * third;
        IntStream middle =
                IntStream.range(0, between).map(i -> (int) (third + (long) i * (rows - 2 * third) / between));
        return IntStream.concat(
                        IntStream.range(0, third), IntStream.concat(middle, IntStream.range(rows - third, rows)))
                .toArray();
    }

    /** The inputs of an example, zeros included. */
    float[] inputs(int row) {
        float[] inputs = new float[features.columns()];
        if (features instanceof DenseFeatures dense) {
            dense.copyRow(row, inputs, 0);
        } else if (features instanceof CompressedRows sparse) {
            for (int entry = sparse.start(row); entry < sparse.start(row + 1); entry++) {
                inputs[sparse.column(entry)] = sparse.value(entry);
            }
        }
        return inputs;
    }

    /** A hash of an example's inputs: equal for equal inputs, different for others but once in 2<sup>64</sup>. */
    long inputDigest(int row) {
        long digest = features.columns();
        for (float input : inputs(row)) {
            digest = mixed(digest, Float.floatToIntBits(input == 0 ? 0 : input));
        }
        return digest;
    }

    /** A hash of an example's inputs, and of its label or numbers. */
    long digest(int row) {
        long digest = mixed(inputDigest(row), labels.applyAsInt(row));
        for (double number : numbers.apply(row)) {
            digest = mixed(digest, Double.doubleToLongBits(number));
        }
        return digest;
    }

    private static long mixed(long digest, long next) {
        long mixed = (digest ^ next) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
