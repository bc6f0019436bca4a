package org.rectify.engine.guard;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;

/**
 * An array that a call is to overwrite.
 *
 * @param array the array
 * @param shape it has before the call
 * @param blank whether it was filled with NaN before the call
 */
@SuppressWarnings("ArrayRecordComponent")
record Overwritten(INDArray array, long[] shape, boolean blank) {

    /**
     * Before the call.
     *
     * @param blank whether nothing of what it holds may remain, which is made sure of
     */
    static Overwritten begin(INDArray array, boolean blank) {
        if (blank) {
            int length = Math.toIntExact(array.length());
            if (Matrices.isDouble(array)) {
                double[] nothing = new double[length];
                Arrays.fill(nothing, Double.NaN);
                Matrices.fill(array, nothing);
            } else {
                float[] nothing = new float[length];
                Arrays.fill(nothing, Float.NaN);
                Matrices.fill(array, nothing);
            }
        }
        return new Overwritten(array, array.shape().clone(), blank);
    }

    /**
     * After the call.
     *
     * @param what the array holds, in the plural
     * @param moderate whether what the call was given can be no reason for other numbers than finite ones
     * @throws PluginFault when the array has another shape now, or holds NaN or infinity for no reason
     */
    void require(Call call, String what, BooleanSupplier moderate) {
        if (!Arrays.equals(array.shape(), shape)) {
            throw call.fault("gives its " + what + " the shape " + Arrays.toString(array.shape()) + " instead of "
                    + Arrays.toString(shape));
        }
        int place = NumberChecks.firstNotFinite(array);
        if (place >= 0 && moderate.getAsBoolean()) {
            double number = Matrices.toDoubles(array)[place];
            String at = " at " + NumberChecks.place(array, place) + " of its " + what;
            throw call.fault(
                    blank && Double.isNaN(number)
                            ? "leaves nothing, or NaN," + at
                            : "gives " + number + at + ", though what it was given is finite");
        }
    }

    /** Refuses numbers outside an interval. */
    static void requireWithin(Call call, INDArray array, OutputRange range) {
        double[] numbers = Matrices.toDoubles(array);
        for (int i = 0; i < numbers.length; i++) {
            if (!NumberChecks.isWithin(range, numbers[i])) {
                throw call.fault("gives " + numbers[i] + ", but the range it declares is " + range);
            }
        }
    }
}
