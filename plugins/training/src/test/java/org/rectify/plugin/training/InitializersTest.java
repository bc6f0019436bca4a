package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.NoOptions;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.testkit.TestContext;

class InitializersTest {

    private static final Initializer NORMALIZED =
            new NormalizedUniform().create(new NoOptions(), TestContext.in(Path.of("")));
    private static final Initializer STANDARD =
            new StandardUniform().create(new NoOptions(), TestContext.in(Path.of("")));

    @Test
    void normalizedUniformFillsPlusMinusTheRootOfSixOverBothFans() {
        assertThatFills(NORMALIZED, 400, 100, Math.sqrt(6.0 / 500));
        assertThatFills(NORMALIZED, 100, 400, Math.sqrt(6.0 / 500));
    }

    @Test
    void standardUniformFillsPlusMinusOneOverTheRootOfTheFanIn() {
        assertThatFills(STANDARD, 400, 100, 0.05);
        assertThatFills(STANDARD, 100, 400, 0.1);
    }

    @Test
    void uniformFillsTheGivenBoundWhateverTheLayer() {
        assertThatFills(uniform(0.3), 400, 100, 0.3);
        assertThatFills(uniform(0.3), 100, 400, 0.3);
    }

    @Test
    void varianceIsAThirdOfTheSquaredBound() {
        double bound = Math.sqrt(6.0 / 2000);
        float[] weights = filled(NORMALIZED, Nd4j.create(DataType.FLOAT, 1000, 1000));

        double mean = sum(weights, 1) / weights.length;
        double variance = sum(weights, 2) / weights.length - mean * mean;

        assertThat(mean).isCloseTo(0, within(0.005 * bound));
        assertThat(variance / (bound * bound / 3)).isCloseTo(1, within(0.02));
    }

    @Test
    void floatsStayWithinABoundBetweenTwoFloats() {
        // A sixteenth of the draws lies nearer to the float above the bound than to the one below it.
        double bound = 1.6 * Float.MIN_VALUE;

        float[] weights = filled(uniform(bound), Nd4j.create(DataType.FLOAT, 50, 50));

        assertThat(weights).contains(Float.MIN_VALUE).contains(-Float.MIN_VALUE);
        assertThat(largestMagnitude(weights)).isLessThanOrEqualTo(bound);
    }

    @Test
    void floatsStayFiniteUnderABoundBeyondAllFloats() {
        float[] weights = filled(uniform(1e39), Nd4j.create(DataType.FLOAT, 50, 50));

        assertThat(largestMagnitude(weights)).isEqualTo(Float.MAX_VALUE);
    }

    @Test
    void takesTheStreamsNumbersRowAfterRow() {
        RandomStream random = stream();
        double[] expected = new double[6];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = random.nextDouble(-0.3, 0.3);
        }
        INDArray weights = Nd4j.create(DataType.DOUBLE, 2, 3);

        uniform(0.3).fill(weights, stream());

        assertThat(Matrices.toDoubles(weights)).containsExactly(expected, within(1e-15));
        assertThat(weights.getDouble(1, 0)).isCloseTo(expected[3], within(1e-15));
    }

    @Test
    void theLayoutInMemoryChangesNothing() {
        float[] expected = filled(NORMALIZED, Nd4j.create(DataType.FLOAT, 7, 5));
        INDArray columnOrder = Nd4j.create(DataType.FLOAT, new long[] {7, 5}, 'f');
        INDArray whole = Nd4j.create(DataType.FLOAT, 9, 8);
        INDArray view = whole.get(NDArrayIndex.interval(1, 8), NDArrayIndex.interval(2, 7));

        assertThat(filled(NORMALIZED, columnOrder)).containsExactly(expected);
        assertThat(filled(NORMALIZED, view)).containsExactly(expected);
        assertThat(whole.getRow(0).maxNumber().floatValue()).isZero();
    }

    @Test
    void floatsAreTheRoundedDoubles() {
        INDArray doubles = Nd4j.create(DataType.DOUBLE, 30, 20);
        NORMALIZED.fill(doubles, stream());
        double[] exact = Matrices.toDoubles(doubles);

        float[] rounded = filled(NORMALIZED, Nd4j.create(DataType.FLOAT, 30, 20));

        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isEqualTo((float) exact[i]);
        }
    }

    @Test
    void equalStreamsGiveEqualWeightsAndOthersDoNot() {
        INDArray weights = Nd4j.create(DataType.FLOAT, 30, 20);
        float[] first = filled(NORMALIZED, weights);

        assertThat(filled(NORMALIZED, weights)).containsExactly(first);
        NORMALIZED.fill(weights, new RandomStreams(7).stream("init/layer-2"));
        assertThat(Matrices.toFloats(weights)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void refusesABoundThatIsNoWidth(double bound) {
        assertThatThrownBy(() -> new ExplicitUniform.Options(bound))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("bound = " + bound + ": must be in (0, inf)");
    }

    private static void assertThatFills(Initializer initializer, int fanIn, int fanOut, double bound) {
        INDArray weights = Nd4j.create(DataType.DOUBLE, fanIn, fanOut);
        initializer.fill(weights, stream());
        double[] values = Matrices.toDoubles(weights);

        assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(0.999 * bound, bound);
        assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-bound, -0.999 * bound);
    }

    private static Initializer uniform(double bound) {
        return new ExplicitUniform().create(new ExplicitUniform.Options(bound), TestContext.in(Path.of("")));
    }

    private static float[] filled(Initializer initializer, INDArray weights) {
        initializer.fill(weights, stream());
        return Matrices.toFloats(weights);
    }

    private static RandomStream stream() {
        return new RandomStreams(7).stream("init/layer-1");
    }

    private static double largestMagnitude(float[] weights) {
        double largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs((double) weight));
        }
        return largest;
    }

    private static double sum(float[] weights, int power) {
        double sum = 0;
        for (float weight : weights) {
            sum += Math.pow(weight, power);
        }
        return sum;
    }
}
