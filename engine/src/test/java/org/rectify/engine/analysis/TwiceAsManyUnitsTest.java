package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.activation.Activation;
import org.rectify.kernels.testing.Networks;

/** Item 32. */
class TwiceAsManyUnitsTest {

    @Test
    void aLineTakesTwoRectifiers() {
        AnalysisResult result = analyze(Networks.rectifier());

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "error of two units on x")).isLessThan(1e-6);
        assertThat(Subjects.figure(result, "error of two units on |x|")).isLessThan(1e-6);
        assertThat(Subjects.figure(result, "error of one unit on |x|")).isGreaterThan(0.1);
    }

    /** The variance of x that its regression on max(0, x) leaves, by integrals over [-1, 1]. */
    @Test
    void theErrorOfOneRectifierIsThatOfTheClosedForm() {
        double mean = 1.0 / 4;
        double variance = 1.0 / 6 - mean * mean;
        double covarianceWithX = 1.0 / 6;
        double expected = Math.sqrt(1.0 / 3 - covarianceWithX * covarianceWithX / variance);

        assertThat(Subjects.figure(analyze(Networks.rectifier()), "error of one unit on x"))
                .isCloseTo(expected, within(5e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "tanh"})
    void antisymmetricActivationsAreServedNoBetterByTwo(String activation) {
        AnalysisResult result = analyze(Subjects.activation(activation));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(Subjects.figure(result, "error of two units on x"))
                .isCloseTo(Subjects.figure(result, "error of one unit on x"), within(1e-9));
    }

    @Test
    void fitsAnyCombinationOfItsFeaturesExactly() {
        assertThat(TwiceAsManyUnits.error(x -> 3 - 2 * x * x + x, x -> x, x -> x * x))
                .isLessThan(1e-12);
        assertThat(TwiceAsManyUnits.error(x -> 5)).isLessThan(1e-12);
    }

    private static AnalysisResult analyze(Activation activation) {
        return new TwiceAsManyUnits().analyze(Subjects.random(2, List.of(3), 2, activation, 2));
    }
}
