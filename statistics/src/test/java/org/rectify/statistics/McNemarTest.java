package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked values of item 61; intervals by SciPy's binomtest(b, b + c).proportion_ci(method="exact"), carried over to the difference. */
class McNemarTest {

    private static final int EXAMPLES = 10_000;

    @ParameterizedTest
    @CsvSource({
        "60, 37, 0.02499073659",
        "90, 67, 0.07879180968",
        "10, 2, 0.03857421875",
        "5, 5, 1",
        "0, 6, 0.03125",
        "0, 0, 1"
    })
    void givesTheExactPValue(int firstOnly, int secondOnly, double p) {
        assertThat(new McNemar(firstOnly, secondOnly, EXAMPLES).p()).isCloseTo(p, within(1e-11));
    }

    @Test
    void givesTheNormalStatisticAndTheRiskDifference() {
        McNemar pair = new McNemar(60, 37, EXAMPLES);

        assertThat(pair.z()).isCloseTo(2.335296179, within(1e-9));
        assertThat(pair.riskDifference()).isCloseTo(0.0023, within(1e-15));
        assertThat(new McNemar(0, 0, EXAMPLES).z()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "60, 37, 0.00027790685422549174, 0.004177653471312449",
        "90, 67, -0.00025333413308133856, 0.0047648430928083066",
        "10, 2, 3.8069403153416376e-05, 0.0011499299388968115",
        "0, 6, -0.0006, -4.889024827211947e-05",
        "0, 0, 0, 0"
    })
    void givesTheExactIntervalOfTheDifference(int firstOnly, int secondOnly, double low, double high) {
        ConfidenceInterval interval = new McNemar(firstOnly, secondOnly, EXAMPLES).interval(0.05);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void rejectsExactlyWhereItsIntervalLeavesOutZero() {
        for (int firstOnly = 0; firstOnly < 40; firstOnly++) {
            McNemar pair = new McNemar(firstOnly, 20, EXAMPLES);

            assertThat(pair.interval(0.05).contains(0)).as(pair.toString()).isEqualTo(pair.p() > 0.05);
        }
    }

    /** The paper's rectifiers with and without pre-training differ by 23, 45, 44 and 35 test images (item 61). */
    @ParameterizedTest
    @CsvSource({"80, 57", "286, 241", "273, 229", "176, 141"})
    void findsThePapersPairsEquivalentByTheNormalTestFromAsManyDiscordantExamplesAsItem61Says(
            int firstOnly, int secondOnly) {
        assertThat(new McNemar(firstOnly, secondOnly, EXAMPLES).z()).isGreaterThan(1.959964);
        assertThat(new McNemar(firstOnly + 1, secondOnly + 1, EXAMPLES).z()).isLessThan(1.959964);
    }

    @Test
    void countsTheExamplesThatOnlyOneGetsWrong() {
        Correctness first = Correctness.of(6, example -> example < 3);
        Correctness second = Correctness.of(6, example -> example % 2 == 0);

        McNemar pair = McNemar.of(first, second);

        assertThat(pair).isEqualTo(new McNemar(1, 1, 6));
        assertThat(first.errorRate()).isEqualTo(new Proportion(3, 6));
        assertThat(McNemar.of(first, first).discordant()).isZero();
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.of(Correctness.of(3, example -> true), Correctness.of(4, example -> true)))
                .withMessageContaining("3 examples")
                .withMessageContaining("4");
        assertThatIllegalArgumentException().isThrownBy(() -> new McNemar(4, 3, 6));
    }
}
