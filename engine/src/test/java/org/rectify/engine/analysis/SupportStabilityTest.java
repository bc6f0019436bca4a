package org.rectify.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.kernels.testing.Networks;

/** Item 29. */
class SupportStabilityTest {

    private final SupportStability analysis = new SupportStability();

    @Test
    void overlapIsUnitsActiveInBothOverUnitsActiveInEither() {
        List<double[][]> clean = List.of(new double[][] {{1, 2, 0, 0}, {0, 0, 0, 0}}, new double[][] {{-1}, {0}});
        List<double[][]> noisy = List.of(new double[][] {{9, 0, 3, 0}, {0, 0, 0, 0}}, new double[][] {{-2}, {0}});

        assertThat(SupportStability.overlap(clean, noisy)).isCloseTo((2.0 / 4 + 1) / 2, within(1e-15));
    }

    @Test
    void fallsWithTheNoiseAndIsHighForSmallNoise() {
        AnalysisResult result = analysis.analyze(Subjects.random(20, List.of(60, 60), 3, Networks.rectifier(), 100));

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(Subjects.figure(result, "overlap at 1 %")).isBetween(0.95, 1.0);
        assertThat(Subjects.figure(result, "overlap at 50 %")).isBetween(0.2, 0.8);
        assertThat(Subjects.figure(result, "layer 2 at 1 %")).isLessThan(1);
    }

    @Test
    void ofADenseRepresentationNearlyAllIsModified() {
        AnalysisResult result = analysis.analyze(Subjects.random(20, List.of(60, 60), 3, Networks.tanh(), 100));

        assertThat(result.outcome()).isEqualTo(Outcome.DOES_NOT_APPLY);
        assertThat(Subjects.figure(result, "outputs modified at 1 %")).isGreaterThan(0.99);
    }
}
