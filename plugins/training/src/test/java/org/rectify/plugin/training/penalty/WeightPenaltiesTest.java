package org.rectify.plugin.training.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.testkit.TestContext;

class WeightPenaltiesTest {

    private static final Parameter WEIGHTS = new Parameter("layer-1/weights", Parameter.Role.WEIGHTS, 0, false, 3, 4);
    private static final Parameter BIASES = new Parameter("layer-1/biases", Parameter.Role.BIASES, 0, false, 1, 4);

    static Stream<WeightPenalty> penalties() {
        return Stream.of(l2(0.3), l1(0.3), l2(0), l1(0));
    }

    @Test
    void aSquareCostsHalfTheCoefficient() {
        assertThat(l2(0.5).value(WEIGHTS, -3)).isEqualTo(2.25);
        assertThat(l2(0.5).derivative(WEIGHTS, -3)).isEqualTo(-1.5);
    }

    @Test
    void aMagnitudeCostsTheCoefficient() {
        assertThat(l1(0.5).value(WEIGHTS, -3)).isEqualTo(1.5);
        assertThat(l1(0.5).derivative(WEIGHTS, -3)).isEqualTo(-0.5);
        assertThat(l1(0.5).derivative(WEIGHTS, 0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void derivativesAgreeWithFiniteDifferences(WeightPenalty penalty) {
        for (double weight : new double[] {-3, -0.1, 0.1, 2}) {
            double difference = penalty.value(WEIGHTS, weight + 1e-6) - penalty.value(WEIGHTS, weight - 1e-6);
            assertThat(penalty.derivative(WEIGHTS, weight)).isCloseTo(difference / 2e-6, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void whatARangeCostsAndAddsIsTheSumOfItsWeights(WeightPenalty penalty) {
        float[] weights = {9, 1.5f, -2, 0, -0f, 1e-30f, -0.25f, 9};
        float[] gradients = new float[weights.length];
        Arrays.fill(gradients, 0.5f);
        double cost = 0;
        float[] expected = gradients.clone();
        for (int i = 1; i < weights.length - 1; i++) {
            cost += penalty.value(WEIGHTS, weights[i]);
            expected[i] += (float) penalty.derivative(WEIGHTS, weights[i]);
        }

        assertThat(penalty.addDerivative(WEIGHTS, weights, 1, weights.length - 1, gradients))
                .isCloseTo(cost, within(1e-15));
        assertThat(gradients).containsExactly(expected, within(1e-7f));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void aRangeKeepsWhatAFloatWouldLose(WeightPenalty penalty) {
        float[] weights = new float[1001];
        Arrays.fill(weights, 1f);
        weights[0] = 0x1p24f;
        double cost = 1000 * penalty.value(WEIGHTS, 1) + penalty.value(WEIGHTS, 0x1p24);

        assertThat(penalty.addDerivative(WEIGHTS, weights, 0, weights.length, new float[1001]))
                .isCloseTo(cost, within(1e-15 * cost));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void biasesPayNothing(WeightPenalty penalty) {
        assertThat(penalty.appliesTo(WEIGHTS)).isTrue();
        assertThat(penalty.appliesTo(BIASES)).isFalse();
    }

    private static WeightPenalty l2(double coefficient) {
        return (WeightPenalty) new L2Weights().create(new L2Weights.Options(coefficient), TestContext.in(Path.of("")));
    }

    private static WeightPenalty l1(double coefficient) {
        return (WeightPenalty) new L1Weights().create(new L1Weights.Options(coefficient), TestContext.in(Path.of("")));
    }
}
