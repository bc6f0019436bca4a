package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.kernels.network.NetworkDefinition;
import org.rectify.kernels.testing.Networks;

/** What is counted on hidden outputs: items 24, 25, 27, 28 and 90. */
class RepresentationTest {

    /** Units max(0, x), max(0, -x) and max(0, -1): the third is dead. */
    private static AnalyzedNetwork handMade() {
        NetworkDefinition definition =
                Networks.network(1, List.of(3), 2, Networks.rectifier(), false, Optional.empty());
        DoubleNetwork network = Subjects.network(
                definition,
                new double[][] {{1, -1, 0}},
                new double[] {0, 0, -1},
                new double[][] {{1, 0}, {0, 1}, {1, 1}},
                new double[] {0, 0});
        AnalyzedExamples examples = new AnalyzedExamples(new double[][] {{1}, {2}, {-1}, {0}}, new int[] {0, 0, 1, 0});
        return Subjects.of(definition, network, examples);
    }

    @Test
    void sparsityIsTheShareOfExactZeros() {
        AnalysisResult result = new ExactSparsity().analyze(handMade());

        assertThat(result.figures()).containsEntry("overall", 9.0 / 12).containsEntry("layer 1", 9.0 / 12);
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void sparsityCountsLayersByTheirUnits() {
        AnalyzedNetwork subject = Subjects.random(6, List.of(40, 10), 3, Networks.rectifier(), 50);

        AnalysisResult result = new ExactSparsity().analyze(subject);

        assertThat(Subjects.figure(result, "overall"))
                .isCloseTo(
                        0.8 * Subjects.figure(result, "layer 1") + 0.2 * Subjects.figure(result, "layer 2"),
                        within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "softplus"})
    void smoothActivationsHaveNoZeros(String activation) {
        AnalyzedNetwork subject = Subjects.random(6, List.of(10), 3, Subjects.activation(activation), 20);

        AnalysisResult result = new ExactSparsity().analyze(subject);

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(result.figures()).containsEntry("overall", 0.0);
    }

    @Test
    void sparsityOfTheInputsIsReportedWhereNothingIsHidden() {
        NetworkDefinition definition = NetworkDefinition.classifier(2, List.of(), 2);
        AnalyzedExamples examples = new AnalyzedExamples(new double[][] {{0, 1}, {0, 0}}, new int[2]);
        AnalyzedNetwork subject =
                Subjects.of(definition, DoubleNetwork.of(definition, Networks.uniform(definition, 1, 1)), examples);

        AnalysisResult result = new ExactSparsity().analyze(subject);

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
        assertThat(result.figures()).containsExactly(entry("inputs", 0.75));
    }

    @Test
    void halfOfTheRectifiersAreZeroAtInitializationWhateverWasLearned() {
        AnalysisResult result = new ZerosAtInitialization()
                .analyze(Subjects.random(20, List.of(150, 150, 150), 3, Networks.rectifier(), 100));

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        for (String layer : List.of("layer 1", "layer 2", "layer 3")) {
            assertThat(Subjects.figure(result, layer)).isBetween(0.47, 0.53);
        }
        assertThat(Subjects.figure(result, "lowest of a seed"))
                .isLessThan(Subjects.figure(result, "highest of a seed"));
    }

    @Test
    void noTanhIsZeroAtInitialization() {
        AnalysisResult result =
                new ZerosAtInitialization().analyze(Subjects.random(5, List.of(10), 3, Networks.tanh(), 10));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(result.figures()).containsEntry("layer 1", 0.0);
    }

    @Test
    void patternsAreTheSetsOfActiveUnits() {
        AnalysisResult result = new ActivationPatterns().analyze(handMade());

        assertThat(result.figures())
                .containsEntry("distinct inputs", 4.0)
                .containsEntry("distinct patterns", 3.0)
                .containsEntry("share", 0.75);
        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    }

    @Test
    void nearlyEachInputSelectsAPatternOfItsOwnInADeepNetwork() {
        AnalysisResult result = new ActivationPatterns()
                .analyze(Subjects.random(20, List.of(50, 50, 50), 3, Networks.rectifier(), 1000));

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "share")).isGreaterThan(0.95);
    }

    @Test
    void aSingleUnitHasNoMoreThanTwoPatterns() {
        AnalysisResult result =
                new ActivationPatterns().analyze(Subjects.random(5, List.of(1), 3, Networks.rectifier(), 200));

        assertThat(Subjects.figure(result, "distinct patterns")).isEqualTo(2);
        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    }

    @Test
    void countsOfActiveUnitsVaryWithTheInput() {
        AnalysisResult result = new ActiveCounts().analyze(handMade());

        assertThat(result.figures())
                .containsEntry("overall min", 0.0)
                .containsEntry("overall mean", 0.75)
                .containsEntry("overall max", 1.0)
                .containsEntry("layer 1 std", Math.sqrt(3.0 / 16));
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void countsOfATanhNetworkAreAllItsUnits() {
        AnalysisResult result = new ActiveCounts().analyze(Subjects.random(5, List.of(10, 8), 3, Networks.tanh(), 20));

        assertThat(result.figures()).containsEntry("overall min", 18.0).containsEntry("overall std", 0.0);
        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    }

    @Test
    void deadUnitsAreZeroForEveryExample() {
        AnalysisResult result = new DeadUnits().analyze(handMade());

        assertThat(result.figures()).containsEntry("dead units", 1.0).containsEntry("dead in layer 1", 1.0);
    }

    @Test
    void anExampleForWhichALayerIsSilentHasNoPath() {
        AnalysisResult result = new DeadUnits().analyze(handMade());

        assertThat(result.figures()).containsEntry("examples without a path", 1.0);
        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(new DeadUnits()
                        .analyze(Subjects.random(5, List.of(40, 40), 3, Networks.rectifier(), 20))
                        .outcome())
                .isEqualTo(Outcome.HOLDS);
    }
}
