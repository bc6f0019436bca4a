package org.rectify.api.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the platform's functions in 64 bits, which are more than a million times as accurate. */
class FloatMathTest {

    private static final double LARGEST_ERROR = 4;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private interface Function {
        float of(float z);
    }

    private interface Condition {
        boolean holdsAt(float z);
    }

    private interface ArrayFunction {
        void compute(float[] z, int from, int to, float[] a);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("exp", FloatMath::exp, Math::exp),
                function("sigmoid", FloatMath::sigmoid, FloatMathTest::sigmoid),
                function("softplus", FloatMath::softplus, z -> softplus(z, 1)),
                function("slightly sharper softplus", z -> FloatMath.softplus(z, 1.3), z -> softplus(z, 1.3)),
                function("sharp softplus", z -> FloatMath.softplus(z, 100), z -> softplus(z, 100)),
                function("sharpest softplus", z -> FloatMath.softplus(z, 1e30), z -> softplus(z, 1e30)),
                function("tanh", FloatMath::tanh, Math::tanh),
                function(
                        "sigmoid from softplus",
                        z -> FloatMath.sigmoidFromSoftplus(Math.abs(z)),
                        z -> -Math.expm1(-Math.abs(z))));
    }

    static Stream<Arguments> arrayFunctions() {
        return Stream.of(
                arrayFunction("sigmoid", FloatMath::sigmoid, FloatMath::sigmoid),
                arrayFunction(
                        "softplus", (z, from, to, a) -> FloatMath.softplus(z, from, to, 1, a), FloatMath::softplus),
                arrayFunction(
                        "sharper softplus",
                        (z, from, to, a) -> FloatMath.softplus(z, from, to, 1.3, a),
                        z -> FloatMath.softplus(z, 1.3)),
                arrayFunction(
                        "blunt softplus",
                        (z, from, to, a) -> FloatMath.softplus(z, from, to, 1e-30, a),
                        z -> FloatMath.softplus(z, 1e-30)),
                arrayFunction("tanh", FloatMath::tanh, FloatMath::tanh));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyMagnitudeGivesAnAccurateResult(Function function, DoubleUnaryOperator exact) {
        assertAccurate(allMagnitudes(), function, exact);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theWholeBendGivesAccurateResults(Function function, DoubleUnaryOperator exact) {
        assertAccurate(bend(), function, exact);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-30, 0.01, 0.7})
    void aBluntSoftplusIsAccurateWhereThePowerIsNormal(double sharpness) {
        float[] z = floats(DoubleStream.concat(stream(bend()), stream(allMagnitudes()))
                .filter(argument -> sharpness * argument > -87));
        assertAccurate(z, argument -> FloatMath.softplus(argument, sharpness), z1 -> softplus(z1, sharpness));
    }

    @ParameterizedTest
    @MethodSource("arrayFunctions")
    void arraysGetTheSameBits(ArrayFunction arrays, Function scalar) {
        float[] z = floats(DoubleStream.concat(
                DoubleStream.of(Double.NaN, INFINITY, -INFINITY, 0, -0.0),
                DoubleStream.concat(stream(bend()), stream(allMagnitudes()))));
        float[] expected = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            expected[i] = scalar.of(z[i]);
        }
        float[] a = new float[z.length];
        arrays.compute(z, 0, z.length, a);
        assertThat(bits(a)).isEqualTo(bits(expected));
        arrays.compute(z, 0, z.length, z);
        assertThat(bits(z)).as("in place").isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @MethodSource("arrayFunctions")
    void onlyTheRangeIsWritten(ArrayFunction arrays, Function scalar) {
        float[] z = floats(IntStream.range(-50, 50).mapToDouble(i -> i / 10.0));
        for (int from = 0; from < 20; from++) {
            int to = z.length - from * from / 4;
            float[] a = new float[z.length];
            arrays.compute(z, from, to, a);
            float[] expected = new float[z.length];
            for (int i = from; i < to; i++) {
                expected[i] = scalar.of(z[i]);
            }
            assertThat(a).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void nanGivesNan(Function function, DoubleUnaryOperator exact) {
        assertThat(function.of(Float.NaN)).isNaN();
    }

    @Test
    void infinitiesGiveTheLimits() {
        assertSame(FloatMath.exp(INFINITY), INFINITY);
        assertSame(FloatMath.exp(-INFINITY), 0);
        assertSame(FloatMath.sigmoid(INFINITY), 1);
        assertSame(FloatMath.sigmoid(-INFINITY), 0);
        assertSame(FloatMath.softplus(INFINITY), INFINITY);
        assertSame(FloatMath.softplus(-INFINITY), 0);
        assertSame(FloatMath.softplus(INFINITY, 1e30), INFINITY);
        assertSame(FloatMath.softplus(-INFINITY, 1e-30), 0);
        assertSame(FloatMath.tanh(INFINITY), 1);
        assertSame(FloatMath.tanh(-INFINITY), -1);
        assertSame(FloatMath.sigmoidFromSoftplus(INFINITY), 1);
    }

    @Test
    void zerosGiveExactResults() {
        for (float zero : new float[] {0f, -0f}) {
            assertSame(FloatMath.exp(zero), 1);
            assertSame(FloatMath.sigmoid(zero), 0.5f);
            assertSame(FloatMath.softplus(zero), (float) Math.log(2));
            assertSame(FloatMath.tanh(zero), zero);
        }
        assertSame(FloatMath.sigmoidFromSoftplus(0), 0);
    }

    @Test
    void smallResultsAreZeroOnlyBelowTheSmallestFloat() {
        for (Function function : new Function[] {FloatMath::exp, FloatMath::sigmoid, FloatMath::softplus}) {
            assertSame(function.of(-103.9f), Float.MIN_VALUE);
            assertSame(function.of(-104f), 0);
        }
    }

    @Test
    void expOverflowsWhereAFloatDoes() {
        assertThat(FloatMath.exp(88.72283f)).isLessThan(INFINITY);
        assertThat(FloatMath.exp(88.72284f)).isEqualTo(INFINITY);
    }

    @Test
    void tanhIsAntisymmetricToTheBit() {
        assertAll(
                allMagnitudes(),
                z -> Float.floatToIntBits(FloatMath.tanh(-z)) == Float.floatToIntBits(-FloatMath.tanh(z)));
    }

    @Test
    void resultsLieInTheirRanges() {
        for (float[] arguments : new float[][] {allMagnitudes(), bend()}) {
            assertAll(arguments, z -> Math.abs(FloatMath.tanh(z)) <= 1);
            assertAll(arguments, z -> isInUnitInterval(FloatMath.sigmoid(z)));
            assertAll(arguments, z -> isInUnitInterval(FloatMath.sigmoidFromSoftplus(Math.abs(z))));
            assertAll(arguments, z -> FloatMath.softplus(z) >= Math.max(0, z));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void resultsFallByRoundingErrorsOnly(Function function, DoubleUnaryOperator exact) {
        float step = 0.00091f;
        float[] z = floats(stream(bend()).filter(argument -> argument >= 0 && argument < 88));
        assertAll(z, argument -> {
            float before = function.of(argument);
            return function.of(argument + step) >= before - 2 * Math.ulp(before);
        });
    }

    @Test
    void everyMachineGetsTheSameBits() {
        assertThat(functions()
                        .map(arguments -> (Function) arguments.get()[0])
                        .mapToInt(function -> hash(function, bend()) + hash(function, allMagnitudes())))
                .containsExactly(
                        -701589243, 1901050797, 610074351, 1919975687, -1777538962, 1639605899, 988698113, -708910370);
    }

    private static int hash(Function function, float[] arguments) {
        return IntStream.range(0, arguments.length)
                .map(i -> Float.floatToIntBits(function.of(arguments[i])))
                .reduce(0, (hash, bits) -> 31 * hash + bits);
    }

    private static void assertAccurate(float[] arguments, Function function, DoubleUnaryOperator exact) {
        double largest = 0;
        float worst = Float.NaN;
        for (float z : arguments) {
            double error = error(function.of(z), exact.applyAsDouble(z));
            if (!(error <= largest)) {
                largest = error;
                worst = z;
            }
        }
        assertThat(largest)
                .as("error at %s, in units in the last place", worst)
                .isGreaterThan(0)
                .isLessThanOrEqualTo(LARGEST_ERROR);
    }

    private static double error(float found, double exact) {
        float rounded = (float) exact;
        if (Float.isInfinite(rounded)) {
            return found == rounded ? 0 : INFINITY;
        }
        return Math.abs(found - exact) / Math.ulp(rounded);
    }

    /** Every few thousandth float, whatever its magnitude and sign. */
    private static float[] allMagnitudes() {
        return floats(IntStream.range(0, 1 << 16)
                .mapToDouble(i -> Float.intBitsToFloat(i * 65521))
                .filter(Double::isFinite));
    }

    /** Where the functions bend, in small steps. */
    private static float[] bend() {
        return floats(IntStream.range(-120_000, 120_000).mapToDouble(i -> i * 0.00091));
    }

    private static float[] floats(DoubleStream numbers) {
        double[] doubles = numbers.toArray();
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    private static DoubleStream stream(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
    }

    private static int[] bits(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .map(i -> Float.floatToIntBits(numbers[i]))
                .toArray();
    }

    private static boolean isInUnitInterval(float number) {
        return number >= 0 && number <= 1;
    }

    private static void assertAll(float[] arguments, Condition condition) {
        assertThat(stream(arguments).filter(z -> !condition.holdsAt((float) z))).isEmpty();
    }

    private static void assertSame(float found, float expected) {
        assertThat(Float.floatToIntBits(found)).as("%s", found).isEqualTo(Float.floatToIntBits(expected));
    }

    private static double sigmoid(double z) {
        return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
    }

    private static double softplus(double z, double sharpness) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(sharpness * z))) / sharpness;
    }

    private static Arguments function(String name, Function function, DoubleUnaryOperator exact) {
        return argumentSet(name, function, exact);
    }

    private static Arguments arrayFunction(String name, ArrayFunction arrays, Function scalar) {
        return argumentSet(name, arrays, scalar);
    }
}
