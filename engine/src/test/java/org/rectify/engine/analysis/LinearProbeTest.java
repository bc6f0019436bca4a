package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.testing.Networks;

/** Item 30. */
class LinearProbeTest {

    private static final int SIZE = 200;

    /** Class 1 where both inputs have one sign: no line separates it, two rectifiers of x + y make it separable. */
    private static AnalyzedExamples quadrants() {
        AnalyzedExamples drawn = Subjects.examples(SIZE, 2, 2);
        int[] labels = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double[] x = drawn.inputs()[i];
            x[0] = Math.copySign(1 + Math.abs(x[0]) / 4, x[0]);
            x[1] = Math.copySign(1 + Math.abs(x[1]) / 4, x[1]);
            labels[i] = x[0] * x[1] > 0 ? 1 : 0;
        }
        return new AnalyzedExamples(drawn.inputs(), labels);
    }

    private static AnalyzedNetwork subject(double sign) {
        NetworkDefinition definition =
                Networks.network(2, List.of(2), 2, Networks.rectifier(), false, Optional.empty());
        DoubleNetwork network = Subjects.network(
                definition,
                new double[][] {{1, -1}, {1, -1}},
                new double[] {0, 0},
                new double[][] {{-sign, sign}, {-sign, sign}},
                new double[] {1.5 * sign, -sign});
        return Subjects.of(definition, network, quadrants());
    }

    @Test
    void findsTheTopRepresentationSeparableWhereTheInputIsNot() {
        AnalysisResult result = new LinearProbe().analyze(subject(1));

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "test error on the top representation"))
                .isLessThan(0.02);
        assertThat(Subjects.figure(result, "test error on the raw input")).isGreaterThan(0.2);
        assertThat(Subjects.figure(result, "test error of the network")).isZero();
    }

    @Test
    void doesNotApplyWhereTheNetworkIsNoBetterThanTheProbe() {
        AnalysisResult result = new LinearProbe().analyze(subject(-1));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
        assertThat(Subjects.figure(result, "test error of the network")).isEqualTo(1);
    }

    @Test
    void givesTheSameFiguresAgain() {
        assertThat(new LinearProbe().analyze(subject(1))).isEqualTo(new LinearProbe().analyze(subject(1)));
    }
}
