package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedMeasurementTest {

    private static final double ALPHA = 0.05;

    /** Mean 0.8125; t(1) at 97.5 % is 12.7062, the standard error 0.0475: 0.209 to 1.416. */
    @Test
    void anErrorRateOfTwoSeedsDoesNotReachBeyondOne() {
        double[] rates = {0.765, 0.86};

        ConfidenceInterval unbounded = measured(false, 0, rates).interval(ALPHA).orElseThrow();
        ConfidenceInterval bounded = measured(true, 0, rates).interval(ALPHA).orElseThrow();

        assertThat(unbounded.low()).isCloseTo(0.8125 - 12.7062 * 0.0475, within(1e-5));
        assertThat(unbounded.high()).isCloseTo(0.8125 + 12.7062 * 0.0475, within(1e-5));
        assertThat(bounded).isEqualTo(new ConfidenceInterval(unbounded.low(), 1));
    }

    @Test
    void anErrorRateThatIsSmallDoesNotReachBelowZero() {
        assertThat(measured(true, 0, 0.001, 0.02).interval(ALPHA))
                .hasValueSatisfying(interval -> assertThat(interval.low()).isZero());
    }

    /** Wilson's interval of 10 in 100, by his formula: (10 + 1.92073) / 103.8415 -+ 1.95996 sqrt(9 + 0.96036) / 103.8415. */
    @Test
    void oneShareOfExamplesHasWilsonsInterval() {
        RepeatedMeasurement one = new RepeatedMeasurement(new double[] {0.1}, 0, true, OptionalInt.of(100));

        assertThat(one.estimate()).isEmpty();
        assertThat(one.interval(ALPHA)).hasValueSatisfying(interval -> {
            assertThat(interval.low()).isCloseTo(0.055229, within(1e-5));
            assertThat(interval.high()).isCloseTo(0.174366, within(1e-5));
        });
    }

    /** Ten folds train on nine tenths that they share: the variance of the mean is (1/10 + 1/9) times that of the values. */
    @Test
    void foldsAreNoIndependentValues() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        MeanEstimate folds = measured(false, 10, values).estimate().orElseThrow();

        assertThat(folds.standardError()).isCloseTo(Math.sqrt(55.0 / 6 * (0.1 + 1.0 / 9)), within(1e-12));
        assertThat(measured(false, 0, values).estimate().orElseThrow().standardError())
                .isCloseTo(Math.sqrt(55.0 / 6 * 0.1), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, 0.5})
    void oneValueThatIsNoShareOfExamplesTellsNoInterval(double value) {
        boolean share = value == 0.5;

        assertThat(new RepeatedMeasurement(
                                new double[] {value}, 0, share, share ? OptionalInt.empty() : OptionalInt.of(100))
                        .interval(ALPHA))
                .isEmpty();
    }

    @Test
    void nothingMeasuredTellsNothing() {
        RepeatedMeasurement nothing = measured(true, 0);

        assertThat(nothing.mean()).isEmpty();
        assertThat(nothing.estimate()).isEmpty();
        assertThat(nothing.interval(ALPHA)).isEmpty();
    }

    private static RepeatedMeasurement measured(boolean fraction, int folds, double... values) {
        return new RepeatedMeasurement(values, folds, fraction, OptionalInt.empty());
    }
}
