package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.activation.Activation;
import org.rectify.kernels.testing.Networks;

/** Item 26. */
class AffinePiecesTest {

    private final AffinePieces analysis = new AffinePieces();

    @Test
    void holdForRectifiers() {
        AnalysisResult result = analyze(Networks.rectifier());

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "s - (Ax + c)")).isLessThan(1e-10);
        assertThat(Subjects.figure(result, "change of s - A delta, no unit flipped"))
                .isLessThan(1e-10);
        assertThat(Subjects.figure(result, "change of A, no unit flipped")).isZero();
        assertThat(Subjects.figure(result, "change of A, a unit flipped")).isGreaterThan(1e-3);
        assertThat(Subjects.figure(result, "A - finite differences")).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absolute-value", "clipped-linear"})
    void holdForWhateverIsLinearByParts(String activation) {
        assertThat(analyze(Subjects.activation(activation)).outcome()).isEqualTo(Outcome.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "softplus", "sigmoid", "rectified-tanh"})
    void doNotApplyToSmoothActivations(String activation) {
        AnalysisResult result = analyze(Subjects.activation(activation));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
        assertThat(Subjects.figure(result, "units with a changing slope")).isGreaterThan(0.2);
    }

    @Test
    void doNotApplyWithoutADerivativeOfUnits() {
        assertThat(analyze(Subjects.activation("rectifier-pair")).outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
    }

    @Test
    void areNotSelectedByALinearNetwork() {
        AnalysisResult result = analyze(Subjects.activation("identity"));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(Subjects.figure(result, "s - (Ax + c)")).isLessThan(1e-10);
    }

    private AnalysisResult analyze(Activation activation) {
        return analysis.analyze(Subjects.random(8, List.of(30, 20), 3, activation, 10));
    }
}
