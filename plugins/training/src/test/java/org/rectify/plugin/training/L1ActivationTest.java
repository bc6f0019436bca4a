package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.Activations;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.PerLayer;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.plugin.training.L1Activation.Scope;
import org.rectify.testkit.TestContext;

class L1ActivationTest {

    @Test
    void addsTheWorkedExamplesCost() {
        ElementwisePenalty penalty = penalty(0.001);

        assertThat(1.541008453832992 + penalty.value(0, 1.6) + penalty.value(0, 0.2))
                .isCloseTo(1.542808453832992, within(1e-15));
    }

    @Test
    void leadsToTheWorkedExamplesBiases() {
        // p - y carried back through W2, and through the mask (+1, -1), of the worked example of items 13 and 17.
        double first = 0.785834983043 * (1 - 0.5);
        double second = -0.785834983043 * (-1 - 2);
        ElementwisePenalty penalty = penalty(0.001);

        assertThat(0.1 - 0.1 * (first + penalty.derivative(0, 1.6))).isCloseTo(0.060608250848, within(1e-12));
        assertThat(-0.2 - 0.1 * (second + penalty.derivative(0, 0.2))).isCloseTo(-0.435850494913, within(1e-12));
    }

    @Test
    void isTheCoefficientTimesTheMagnitude() {
        ElementwisePenalty penalty = penalty(0.5);

        assertThat(penalty.value(0, -3)).isEqualTo(1.5);
        assertThat(penalty.value(0, 0)).isZero();
        assertThat(penalty.derivative(0, -3)).isEqualTo(-0.5);
        assertThat(penalty.derivative(0, Double.MIN_VALUE)).isEqualTo(0.5);
        assertThat(penalty.derivative(0, 0.0)).isZero();
        assertThat(penalty.derivative(0, -0.0)).isZero();
    }

    @Test
    void eachLayerPaysItsOwnCoefficient() {
        ElementwisePenalty penalty = penalty(new PerLayer<>(List.of(0.5, 0.0, 2.0)), Scope.SPARSE);

        assertThat(penalty.value(0, 1)).isEqualTo(0.5);
        assertThat(penalty.value(1, 1)).isZero();
        assertThat(penalty.derivative(2, 1)).isEqualTo(2);
    }

    @Test
    void bulkDerivativesAgreeWithScalarOnesAndAreAdded() {
        ElementwisePenalty penalty = penalty(0.001);
        float[] outputs = {
            5,
            0,
            -0f,
            1.6f,
            -2,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            5
        };
        float[] gradient = new float[outputs.length];
        Arrays.fill(gradient, 0.25f);
        float[] expected = gradient.clone();
        for (int i = 1; i < outputs.length - 1; i++) {
            expected[i] += 0.1f * (float) penalty.derivative(0, outputs[i]);
        }

        penalty.addDerivative(0, outputs, 1, outputs.length - 1, 0.1f, gradient);

        assertThat(gradient).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 1000, 1001})
    void theCostOfARangeIsTheSumOfScalarOnes(int length) {
        ElementwisePenalty penalty = penalty(new PerLayer<>(List.of(0.5, 0.001)), Scope.SPARSE);
        float[] outputs = new float[length + 2];
        Arrays.fill(outputs, 1e30f);
        double sum = 0;
        for (int i = 1; i <= length; i++) {
            outputs[i] = (float) Math.sin(i) * (i % 3);
            sum += penalty.value(1, outputs[i]);
        }

        assertThat(penalty.value(1, outputs, 1, length + 1)).isCloseTo(sum, within(1e-14 * sum));
    }

    @Test
    void theCostOfARangeKeepsWhatAFloatWouldLose() {
        float[] outputs = new float[1001];
        Arrays.fill(outputs, 1f);
        outputs[0] = -0x1p24f;

        assertThat(penalty(0.5).value(0, outputs, 0, outputs.length)).isEqualTo(0.5 * (0x1p24 + 1000));
        outputs[1000] = Float.NaN;
        assertThat(penalty(0.5).value(0, outputs, 0, outputs.length)).isNaN();
    }

    @Test
    void sparseScopeSparesActivationsThatNeverSilenceAUnit() {
        ElementwisePenalty penalty = penalty(0.001);

        assertThat(penalty.appliesTo(rectifierLike())).isTrue();
        assertThat(penalty.appliesTo(softplusLike())).isFalse();
        assertThat(penalty.appliesTo(identity())).isFalse();
    }

    @Test
    void allScopeSparesNone() {
        ElementwisePenalty penalty = penalty(PerLayer.all(0.001), Scope.ALL);

        assertThat(List.of(rectifierLike(), softplusLike(), identity())).allMatch(penalty::appliesTo);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, Double.POSITIVE_INFINITY, Double.NaN})
    void refusesACoefficientThatIsNoCost(double coefficient) {
        assertThatThrownBy(() -> penalty(new PerLayer<>(List.of(0.001, coefficient)), Scope.SPARSE))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("coefficient = " + coefficient + ": must be in [0, inf)");
    }

    private static Activation rectifierLike() {
        return activation(z -> Math.max(0, z));
    }

    private static Activation softplusLike() {
        return activation(z -> Math.log1p(Math.exp(z)));
    }

    private static Activation identity() {
        return activation(z -> z);
    }

    private static Activation activation(DoubleUnaryOperator value) {
        return Activations.elementwise("tested", value, (z, a) -> 1)
                .create(new NoOptions(), TestContext.in(Path.of("")));
    }

    private static ElementwisePenalty penalty(double coefficient) {
        return penalty(PerLayer.all(coefficient), Scope.SPARSE);
    }

    private static ElementwisePenalty penalty(PerLayer<Double> coefficient, Scope scope) {
        return (ElementwisePenalty)
                new L1Activation().create(new L1Activation.Options(coefficient, scope), TestContext.in(Path.of("")));
    }
}
