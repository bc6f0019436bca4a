package org.rectify.engine.guard;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;

/** Questions to arrays of numbers. */
final class NumberChecks {

    /** Sums and products of numbers below it do not leave the finite floats by themselves. */
    private static final double MODERATE = 1e15;

    /** By which bounds may be missed: functions are computed to float precision. */
    private static final double TOLERANCE = 1e-4;

    private NumberChecks() {}

    /** The place of the first number that is NaN or infinite; -1 where there is none. */
    static int firstNotFinite(float[] numbers, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        // The sum of finite numbers may overflow, which costs a closer look; that of others is never finite.
        for (; i + 3 < to; i += 4) {
            a += numbers[i];
            b += numbers[i + 1];
            c += numbers[i + 2];
            d += numbers[i + 3];
        }
        for (; i < to; i++) {
            a += numbers[i];
        }
        if (Float.isFinite(a + b + c + d)) {
            return -1;
        }
        for (int place = from; place < to; place++) {
            if (!Float.isFinite(numbers[place])) {
                return place;
            }
        }
        return -1;
    }

    /** The place of the first number, row after row, that is NaN or infinite; -1 where there is none. */
    static int firstNotFinite(INDArray array) {
        if (!Matrices.isDouble(array)) {
            float[] numbers = Matrices.toFloats(array);
            return firstNotFinite(numbers, 0, numbers.length);
        }
        double[] numbers = Matrices.toDoubles(array);
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Another sum means that a number was changed; the sum of other numbers is seldom the same. */
    static long sumOfBits(float[] numbers, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Float.floatToRawIntBits(numbers[i]);
        }
        return sum;
    }

    /** Whether a number is finite and so small that nothing overflows because of it. */
    static boolean isModerate(double number) {
        return Math.abs(number) < MODERATE;
    }

    /** Whether every number is finite and so small that nothing overflows because of it. */
    static boolean areModerate(float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isModerate(numbers[i])) {
                return false;
            }
        }
        return true;
    }

    /** The same of an array. */
    static boolean areModerate(INDArray array) {
        for (double number : Matrices.toDoubles(array)) {
            if (!isModerate(number)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a number that was computed lies inside an interval, to float precision. */
    static boolean isWithin(OutputRange range, double number) {
        return number >= range.lowest() - slack(range.lowest()) && number <= range.highest() + slack(range.highest());
    }

    private static double slack(double bound) {
        return Double.isFinite(bound) ? TOLERANCE * Math.max(1, Math.abs(bound)) : 0;
    }

    /** The place of a number in an array, for people. */
    static String place(INDArray array, int index) {
        int columns = Math.toIntExact(array.size(1));
        return "row " + index / columns + ", column " + index % columns;
    }
}
