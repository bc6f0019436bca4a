package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.activation.Activation;
import org.rectify.kernels.testing.Networks;

/** Item 22. */
class ScalingEquivalenceTest {

    private final ScalingEquivalence analysis = new ScalingEquivalence();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void holdsForRectifiersOfAnyDepth(int depth) {
        List<Integer> units = Collections.nCopies(depth, 20);

        AnalysisResult result = analysis.analyze(Subjects.random(6, units, 3, Networks.rectifier(), 20));

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "difference, product 1")).isLessThan(1e-12);
        assertThat(Subjects.figure(result, "difference, any product")).isLessThan(1e-12);
        assertThat(Subjects.figure(result, "the same weights under tanh")).isGreaterThan(1e-3);
        assertThat(Subjects.figure(result, "the same weights under softplus")).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absolute-value", "identity", "symmetric-rectifier-pair", "rectifier-pair"})
    void holdsForWhateverIsPositivelyHomogeneous(String activation) {
        assertThat(analyze(Subjects.activation(activation)).outcome()).isEqualTo(Outcome.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "softplus", "sigmoid", "clipped-linear"})
    void doesNotHoldForOthers(String activation) {
        AnalysisResult result = analyze(Subjects.activation(activation));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(Subjects.figure(result, "difference, product 1")).isGreaterThan(1e-3);
    }

    @Test
    void measuresDifferencesRelativeToTheLargestScore() {
        double[][] example = {{1, -2, 0.5}};

        assertThat(ScalingEquivalence.difference(Subjects.workedExample(), example, new double[][] {{2, 0.5}}))
                .isZero();
        assertThat(ScalingEquivalence.difference(
                        Subjects.workedExample().under(SmoothFunction.TANH), example, new double[][] {{2, 0.5}}))
                .isBetween(1e-2, 1.0);
    }

    @Test
    void doesNotApplyWithoutHiddenLayers() {
        AnalysisResult result = analysis.analyze(Subjects.random(6, List.of(), 3, Networks.rectifier(), 5));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
    }

    private AnalysisResult analyze(Activation activation) {
        return analysis.analyze(Subjects.random(6, List.of(20, 15), 3, activation, 20));
    }
}
