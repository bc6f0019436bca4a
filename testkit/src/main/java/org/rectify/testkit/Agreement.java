package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;

/** When numbers count as the same. */
final class Agreement {

    private static final double FLOAT_PRECISION = 1e-6;

    private Agreement() {}

    /** Whether two numbers agree to float precision. */
    static boolean agree(double expected, double found) {
        return agree(expected, found, FLOAT_PRECISION);
    }

    /** Whether two outputs agree to float precision, and are zero together: zeros are what makes work sparse. */
    static boolean agreeWithZeros(double expected, double found) {
        return agree(expected, found) && (expected != 0 || found == 0);
    }

    /** Whether two numbers agree, relatively above 1 and absolutely below; NaN and infinities are met exactly. */
    static boolean agree(double expected, double found, double tolerance) {
        if (!Double.isFinite(expected)) {
            return Double.compare(expected, found) == 0;
        }
        return Math.abs(expected - found) <= tolerance * Math.max(1, Math.abs(expected));
    }

    static void assertAgree(String what, INDArray expected, INDArray found, double tolerance) {
        double[] expectedElements = Matrices.toDoubles(expected);
        double[] foundElements = Matrices.toDoubles(found);
        for (int i = 0; i < expectedElements.length; i++) {
            double element = expectedElements[i];
            assertThat(foundElements[i])
                    .as("%s, element %d", what, i)
                    .matches(number -> agree(element, number, tolerance), "agrees with " + element);
        }
    }

    static void assertSame(String what, INDArray expected, INDArray found) {
        assertThat(Matrices.toDoubles(found)).as(what).containsExactly(Matrices.toDoubles(expected));
    }

    /** Compares a part of what a bulk form wrote with the whole, and the rest with what stood there. */
    static void assertPart(String what, float[] found, float[] whole, float outside, int[] part) {
        for (int i = 0; i < found.length; i++) {
            boolean inside = i >= part[0] && i < part[1];
            assertThat(found[i])
                    .as("%s, place %d, which lies %s", what, i, inside ? "inside" : "outside")
                    .isEqualTo(inside ? whole[i] : outside);
        }
    }

    /** What a sequence of three tends to, an infinity if it grows without end; NaN if neither is seen. */
    static double limit(double far, double farther, double farthest) {
        if (agree(farthest, farther) && agree(farthest, far)) {
            return farthest;
        }
        boolean grows = Math.abs(farthest) > Math.abs(farther) && Math.abs(farther) > Math.abs(far);
        boolean keepsSign = Math.signum(farthest) == Math.signum(farther);
        return grows && keepsSign && Math.abs(farthest) > 100
                ? Math.copySign(Double.POSITIVE_INFINITY, farthest)
                : Double.NaN;
    }

    /** The elements that a condition picks. */
    static List<Double> those(INDArray array, DoublePredicate condition) {
        return Arrays.stream(Matrices.toDoubles(array))
                .filter(condition)
                .boxed()
                .toList();
    }

    static boolean isNegativeZero(double number) {
        return number == 0 && 1 / number < 0;
    }
}
