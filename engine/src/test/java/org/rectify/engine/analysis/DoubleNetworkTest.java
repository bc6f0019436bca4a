package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rectify.engine.analysis.DoubleNetwork.Outputs;
import org.rectify.kernels.testing.Networks;

/** The 64-bit network against the worked examples of items 13 and 22, and against finite differences. */
class DoubleNetworkTest {

    private static final double[][] EXAMPLE = {{1, -2, 0.5}};
    private static final Offset<Double> ROUNDING = within(1e-15);

    private final DoubleNetwork worked = Subjects.workedExample();

    @Test
    void computesTheWorkedExample() {
        Outputs outputs = worked.forward(EXAMPLE);

        assertThat(outputs.hidden().get(0)[0]).containsExactly(new double[] {1.6, -0.2}, ROUNDING);
        assertThat(outputs.scores()[0]).containsExactly(new double[] {1.8, 0.5}, ROUNDING);
        assertThat(worked.trace(EXAMPLE[0]).scores()).containsExactly(outputs.scores()[0]);
    }

    @Test
    void keepsItsScoresWhenScalarsMultiplyToOne() {
        assertThat(worked.scaled(2, 0.5).forward(EXAMPLE).scores()[0])
                .containsExactly(new double[] {1.8, 0.5}, ROUNDING);
    }

    @Test
    void dividesItsScoresByTheProductOfTheScalars() {
        assertThat(worked.scaled(2, 3).forward(EXAMPLE).scores()[0])
                .containsExactly(new double[] {0.3, 0.5 / 6}, ROUNDING);
    }

    @Test
    void refusesScalarsThatAreNotPositiveOrNotOneForEachLayer() {
        assertThatIllegalArgumentException().isThrownBy(() -> worked.scaled(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> worked.scaled(-1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> worked.scaled(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> worked.scaled(1, 1, 1));
    }

    @Test
    void derivesScoresAsFiniteDifferencesDo() {
        AnalyzedNetwork subject = Subjects.random(5, List.of(7, 6), 3, Networks.tanh(), 2);
        double[] example = subject.examples().inputs()[0];
        DoubleNetwork network = subject.network();

        double[][] jacobian = network.jacobian(network.trace(example));

        for (int input = 0; input < example.length; input++) {
            double[] above = example.clone();
            double[] below = example.clone();
            above[input] += 1e-6;
            below[input] -= 1e-6;
            for (int score = 0; score < 3; score++) {
                double difference = (network.trace(above).scores()[score]
                                - network.trace(below).scores()[score])
                        / 2e-6;
                assertThat(jacobian[score][input]).isCloseTo(difference, within(1e-8));
            }
        }
    }

    @Test
    void normsOfGradientsAreThoseOfFiniteDifferencesOfTheBiases() {
        double[] norms = worked.gradientNorms(EXAMPLE[0], 1);

        // p - t = (0.785834983043, -0.785834983043) by item 13; both units are active, with signs +1 and -1
        double p = 0.785834983043;
        assertThat(norms).hasSize(1);
        assertThat(norms[0]).isCloseTo(Math.hypot(p * (1 - 0.5), -p * (-1 - 2)), within(1e-10));
    }

    @Test
    void isAffineWithItsOffset() {
        DoubleNetwork.Trace trace = worked.trace(EXAMPLE[0]);

        // W2 diag(1, -1) W1 and W2 diag(1, -1) b1 + b2
        assertThat(worked.jacobian(trace)[0]).containsExactly(new double[] {0.8, -0.45, 0.4}, ROUNDING);
        assertThat(worked.offset(trace)).containsExactly(new double[] {-0.1, 0.55}, ROUNDING);
    }

    @Test
    void computesActivationsThatAreNotElementwise() {
        AnalyzedNetwork subject = Subjects.random(4, List.of(3), 2, Subjects.activation("rectifier-pair"), 5);

        double[][] hidden = subject.outputs().hidden().get(0);

        assertThat(subject.network().isElementwise()).isFalse();
        assertThat(hidden[0]).hasSize(6);
        for (double[] outputs : hidden) {
            for (int unit = 0; unit < 3; unit++) {
                assertThat(outputs[unit] == 0).isNotEqualTo(outputs[unit + 3] == 0);
            }
        }
    }

    @Test
    void countsExamplesWhoseHighestScoreIsAnotherClass() {
        double[][] scores = {{1, 2}, {3, 2}, {0, -1}};

        assertThat(new Outputs(List.of(), scores).errorRate(new int[] {1, 1, 0}))
                .isEqualTo(1.0 / 3);
    }
}
