package org.rectify.api.dataset;

import java.util.function.IntUnaryOperator;

/**
 * A split made of features and a function from row to class.
 *
 * @param labels gives the class of a row
 * @since 0.1
 */
public record LabelledSplit(Features features, IntUnaryOperator labels) implements Split {

    /** A split whose labels stand in an array, used as it is; row i has label {@code labels[firstRow + i]}. */
    public static LabelledSplit of(Features features, byte[] labels, int firstRow) {
        if (firstRow < 0 || firstRow + (long) features.rows() > labels.length) {
            throw new IllegalArgumentException(
                    features.rows() + " examples from " + firstRow + ", but " + labels.length + " labels");
        }
        return new LabelledSplit(features, row -> labels[firstRow + row] & 0xFF);
    }

    @Override
    public int label(int row) {
        return labels.applyAsInt(row);
    }
}
