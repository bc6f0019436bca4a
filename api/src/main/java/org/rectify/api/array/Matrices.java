package org.rectify.api.array;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Ways between ND4J arrays and plain heap arrays, row by row. */
public final class Matrices {

    private Matrices() {}

    /** Whether the array holds 64-bit numbers; everything else is treated as 32-bit. */
    public static boolean isDouble(INDArray array) {
        return array.dataType() == DataType.DOUBLE;
    }

    /** The elements in row order, as a new heap array of {@code array.length()} elements. */
    public static float[] toFloats(INDArray array) {
        return rowOrder(array).data().asFloat();
    }

    /** The elements in row order, as a new heap array of {@code array.length()} elements. */
    public static double[] toDoubles(INDArray array) {
        return rowOrder(array).data().asDouble();
    }

    /**
     * Fills an array from elements in row order.
     *
     * @param elements at least {@code array.length()} of them
     */
    public static void fill(INDArray array, float[] elements) {
        array.assign(Nd4j.createFromArray(elements).reshape('c', array.shape()));
    }

    /**
     * Fills an array from elements in row order.
     *
     * @param elements at least {@code array.length()} of them
     */
    public static void fill(INDArray array, double[] elements) {
        array.assign(Nd4j.createFromArray(elements).reshape('c', array.shape()));
    }

    private static INDArray rowOrder(INDArray array) {
        boolean whole =
                array.ordering() == 'c' && !array.isView() && array.data().length() == array.length();
        return whole ? array : array.dup('c');
    }
}
