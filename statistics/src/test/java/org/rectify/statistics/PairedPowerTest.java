package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References by SciPy 1.17: nct.sf(c, n - 1, d sqrt(n)) + nct.cdf(-c, n - 1, d sqrt(n)). */
class PairedPowerTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 20, 0.05, 0.564504418439021",
        "-1.2, 5, 0.05, 0.5302212511402794",
        "2.0, 3, 0.05, 0.47074943127843494",
        "0.5, 2, 0.05, 0.06194860668713364",
        "0.1, 800, 0.01, 0.5974396710455114",
        "0, 7, 0.05, 0.05"
    })
    void isThatOfTheNonCentralT(double effect, int pairs, double alpha, double power) {
        assertThat(PairedPower.of(effect, pairs, alpha)).isCloseTo(power, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.05, 34", "-1, 0.05, 10", "0.2, 0.05, 199", "3, 0.05, 4", "0.8, 0.025, 18"})
    void tellsHowManyPairsItTakes(double effect, double alpha, int pairs) {
        assertThat(PairedPower.pairsNeeded(effect, alpha, PairedPower.USUAL)).hasValue(pairs);
    }

    @Test
    void tellsThatNoNumberOfPairsShowsWhatIsNotThere() {
        assertThat(PairedPower.pairsNeeded(0, 0.05, PairedPower.USUAL)).isEmpty();
        assertThat(PairedPower.pairsNeeded(Double.NaN, 0.05, PairedPower.USUAL)).isEmpty();
    }
}
