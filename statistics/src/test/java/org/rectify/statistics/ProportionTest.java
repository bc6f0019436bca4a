package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References by SciPy 1.17: binomtest(k, n).proportion_ci(method="wilson") and its p-value. */
class ProportionTest {

    @ParameterizedTest
    @CsvSource({
        "143, 10000, 0.012152533263456854, 0.01682048275381839",
        "0, 20, 0, 0.16112515805281935",
        "1640, 58320, 0.026809767531007132, 0.029493819075839346"
    })
    void hasWilsonsInterval(int errors, int examples, double low, double high) {
        ConfidenceInterval interval = new Proportion(errors, examples).wilson(0.05);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void isTestedExactly() {
        assertThat(new Proportion(143, 10_000).p(0.0177)).isCloseTo(0.008844976226956017, within(1e-12));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessage("3 of 2 is not a share");
    }
}
