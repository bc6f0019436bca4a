package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.Activation;
import org.rectify.kernels.testing.Networks;

/** Item 31. */
class GradientFlowTest {

    @Test
    void multipliesByOneAlongActivePathsOfRectifiers() {
        AnalysisResult result = analyze(Networks.rectifier());

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "least product of derivatives")).isEqualTo(1);
        assertThat(Subjects.figure(result, "greatest product of derivatives")).isEqualTo(1);
        assertThat(Subjects.figure(result, "first / last norm"))
                .isGreaterThan(10 * Subjects.figure(result, "first / last norm, sigmoid"));
    }

    /** Halving the units that pass a gradient halves its squared length at each of four layers: 1/4 in all. */
    @Test
    void losesAQuarterOfItsNormOverFiveLayersOfRectifiers() {
        AnalysisResult result = analyze(Networks.rectifier());

        assertThat(Subjects.figure(result, "first / last norm")).isBetween(0.2, 0.32);
    }

    @Test
    void vanishesInSaturatedTanhAndSigmoidNetworks() {
        AnalysisResult tanh = analyze(Networks.tanh());
        AnalysisResult sigmoid = analyze(Subjects.activation("sigmoid"));

        assertThat(tanh.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(Subjects.figure(tanh, "least product of derivatives")).isLessThan(0.1);
        assertThat(sigmoid.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(Subjects.figure(sigmoid, "greatest product of derivatives")).isLessThan(0.07);
        assertThat(Subjects.figure(sigmoid, "first / last norm"))
                .isEqualTo(Subjects.figure(sigmoid, "first / last norm, sigmoid"));
    }

    @Test
    void doesNotApplyWithoutADerivativeOfUnits() {
        assertThat(analyze(Subjects.activation("rectifier-pair")).outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
    }

    private static AnalysisResult analyze(Activation activation) {
        return new GradientFlow().analyze(Subjects.random(30, List.of(200, 100), 5, activation, 30));
    }
}
