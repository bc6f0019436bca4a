package org.rectify.api.array;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ways between ND4J arrays and plain heap arrays, in row order. Arrays hold elements of 32 or 64 bits.
 *
 * @since 0.1
 */
public final class Matrices {

    private Matrices() {}

    /** Whether the array holds 64-bit numbers; everything else is treated as 32-bit. */
    public static boolean isDouble(INDArray array) {
        return array.dataType() == DataType.DOUBLE;
    }

    /** The elements in row order, as a new heap array of {@code array.length()} elements. */
    public static float[] toFloats(INDArray array) {
        float[] elements = new float[Math.toIntExact(array.length())];
        read(array, elements);
        return elements;
    }

    /** The elements in row order, as a new heap array of {@code array.length()} elements. */
    public static double[] toDoubles(INDArray array) {
        double[] elements = new double[Math.toIntExact(array.length())];
        INDArray source = rowOrder(array, DataType.DOUBLE);
        ((DoublePointer) source.data().addressPointer()).get(elements, 0, elements.length);
        return elements;
    }

    /**
     * Copies the elements in row order.
     *
     * @param elements at least {@code array.length()} long; overwritten from the start
     * @throws IllegalArgumentException when it is shorter
     */
    public static void read(INDArray array, float[] elements) {
        requireRoom(array, elements.length);
        INDArray source = rowOrder(array, DataType.FLOAT);
        ((FloatPointer) source.data().addressPointer()).get(elements, 0, Math.toIntExact(source.length()));
    }

    /**
     * Fills an array from elements in row order.
     *
     * @param elements at least {@code array.length()} of them
     * @throws IllegalArgumentException when there are fewer
     */
    public static void fill(INDArray array, float[] elements) {
        requireRoom(array, elements.length);
        INDArray target = isRowOrder(array, DataType.FLOAT)
                ? array
                : array.ulike().castTo(DataType.FLOAT).dup('c');
        ((FloatPointer) target.data().addressPointer()).put(elements, 0, Math.toIntExact(array.length()));
        if (target != array) {
            array.assign(target);
        }
    }

    /**
     * Fills an array from elements in row order.
     *
     * @param elements at least {@code array.length()} of them
     * @throws IllegalArgumentException when there are fewer
     */
    public static void fill(INDArray array, double[] elements) {
        requireRoom(array, elements.length);
        INDArray target = isRowOrder(array, DataType.DOUBLE)
                ? array
                : array.ulike().castTo(DataType.DOUBLE).dup('c');
        ((DoublePointer) target.data().addressPointer()).put(elements, 0, Math.toIntExact(array.length()));
        if (target != array) {
            array.assign(target);
        }
    }

    /** ND4J's pointers know no bounds. */
    private static void requireRoom(INDArray array, int elements) {
        if (elements < array.length()) {
            throw new IllegalArgumentException("an array of shape " + Arrays.toString(array.shape()) + " has "
                    + array.length() + " elements, but " + elements + " were given");
        }
    }

    private static INDArray rowOrder(INDArray array, DataType type) {
        return isRowOrder(array, type) ? array : array.castTo(type).dup('c');
    }

    private static boolean isRowOrder(INDArray array, DataType type) {
        return array.dataType() == type && array.ordering() == 'c' && !array.isView();
    }
}
