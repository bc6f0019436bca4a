package org.rectify.dataset.formats;

import java.util.List;

/**
 * The content of an IDX file of unsigned bytes (item 49).
 *
 * @param dimensions from the outermost, one to four of them, each at least 1; the first counts the examples
 * @param values in row-major order, as many as the dimensions multiply to; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record IdxArray(List<Integer> dimensions, byte[] values) {

    static final int LARGEST_RANK = 4;

    /** Copies the dimensions; refuses those that do not describe the values. */
    public IdxArray {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.size() > LARGEST_RANK) {
            throw new IllegalArgumentException("rank " + dimensions.size() + ", must be 1 to " + LARGEST_RANK);
        }
        long size = 1;
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException("dimensions " + dimensions + " hold nothing");
            }
            size = Math.multiplyExact(size, dimension);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values for dimensions " + dimensions);
        }
    }

    /** Number of examples. */
    public int examples() {
        return dimensions.get(0);
    }

    /** Number of values of one example. */
    public int exampleSize() {
        return values.length / examples();
    }

    /** Dimensions of one example; empty for rank 1. */
    public List<Integer> exampleShape() {
        return dimensions.subList(1, dimensions.size());
    }

    /** Number of bytes before the values in a file: magic number and dimensions. */
    int headerLength() {
        return headerLength(dimensions.size());
    }

    static int headerLength(int rank) {
        return 4 + 4 * rank;
    }

    static String shown(List<Integer> dimensions) {
        return String.join(" x ", dimensions.stream().map(String::valueOf).toList());
    }
}
