package org.rectify.dataset.norb;

import java.io.IOException;
import java.util.List;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.ByteCache;
import org.rectify.dataset.formats.MatrixElement;
import org.rectify.dataset.formats.MatrixReader;
import org.rectify.dataset.norb.image.Reduction;

/** Reads the three kinds of matrix files of jittered-cluttered NORB (item 51). */
final class NorbFiles {

    /** Ends of the names, without {@code .gz}: categories, images, and what is known of each image. */
    static final String CATEGORIES = "-cat.mat";

    static final String IMAGES = "-dat.mat";
    static final String INFORMATION = "-info.mat";

    /** Pixels of a side of an official image. */
    static final int SIDE = 108;

    /** Pixels of a side of an input. */
    static final int REDUCED_SIDE = 32;

    /** Bytes of a reduced pair: the image of the one camera, then that of the other. */
    static final int REDUCED_PAIR = 2 * REDUCED_SIDE * REDUCED_SIDE;

    /** The category of images without a toy. */
    static final int BLANK = 5;

    private static final List<Integer> TRAINING_INSTANCES = List.of(4, 6, 7, 8, 9);
    private static final int COLUMNS = 10;

    private NorbFiles() {}

    /**
     * Reads the category of each example.
     *
     * @throws DataException when the file is damaged, of another kind, or has one that is not 0 to 5
     */
    static byte[] categories(MatrixReader matrix, int examples) {
        requireKind(CATEGORIES, matrix, examples);
        int[] numbers = matrix.readIntegers();
        byte[] categories = new byte[examples];
        for (int i = 0; i < examples; i++) {
            if (numbers[i] < 0 || numbers[i] > BLANK) {
                throw matrix.wrong(i, "category " + numbers[i] + " of example " + i + ", must be 0 to " + BLANK);
            }
            categories[i] = (byte) numbers[i];
        }
        return categories;
    }

    /**
     * Reads which of its category's toys each training example shows.
     *
     * @param categories of the same examples; where there is no toy there is no instance
     * @throws DataException when the file is damaged, of another kind, or has an instance that is not for training
     */
    static byte[] instances(MatrixReader matrix, byte[] categories) {
        requireKind(INFORMATION, matrix, categories.length);
        int[] numbers = matrix.readIntegers();
        byte[] instances = new byte[categories.length];
        for (int i = 0; i < categories.length; i++) {
            int instance = numbers[i * COLUMNS];
            if (categories[i] != BLANK && !TRAINING_INSTANCES.contains(instance)) {
                throw matrix.wrong(
                        (long) i * COLUMNS,
                        "instance " + instance + " of example " + i + ", must be one of " + TRAINING_INSTANCES);
            }
            instances[i] = (byte) (categories[i] == BLANK ? -1 : instance);
        }
        return instances;
    }

    /** Refuses what is not the file of so many examples that its ending says. */
    static void requireKind(String ending, MatrixReader matrix, int examples) {
        switch (ending) {
            case CATEGORIES -> matrix.require("a category file of NORB", MatrixElement.INT32, List.of(examples));
            case INFORMATION ->
                matrix.require("an information file of NORB", MatrixElement.INT32, List.of(examples, COLUMNS));
            default -> matrix.require("an image file of NORB", MatrixElement.BYTE, List.of(examples, 2, SIDE, SIDE));
        }
    }

    /**
     * Reads images one pair after another, and hands each on reduced.
     *
     * @return how often each byte occurs in the reduced images
     * @throws DataException when the file is damaged or of another kind
     */
    static long[] images(MatrixReader matrix, int examples, Reduction reduction, ByteCache.Sink sink)
            throws IOException {
        requireKind(IMAGES, matrix, examples);
        long[] histogram = new long[256];
        byte[] pair = new byte[2 * SIDE * SIDE];
        byte[] reduced = new byte[REDUCED_PAIR];
        for (int i = 0; i < examples; i++) {
            matrix.readBytes(pair, 0, pair.length);
            reduction.reduce(pair, 0, reduced, 0);
            reduction.reduce(pair, SIDE * SIDE, reduced, REDUCED_PAIR / 2);
            for (byte value : reduced) {
                histogram[value & 0xFF]++;
            }
            sink.append(reduced, 0, reduced.length);
        }
        matrix.requireEnd();
        return histogram;
    }
}
