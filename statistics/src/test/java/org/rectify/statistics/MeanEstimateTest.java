package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.TTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** References by SciPy 1.17: ttest_rel, ttest_ind(equal_var=False); Nadeau's and Bengio's formula with its t distribution. */
class MeanEstimateTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final double[] FIRST = {1.43, 1.51, 1.38, 1.62, 1.47};
    private static final double[] SECOND = {1.77, 1.69, 1.80, 1.71, 1.95};

    private static double[] differences(double[] first, double[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] - second[i])
                .toArray();
    }

    @Test
    void isThePairedTTestOfDifferences() {
        MeanEstimate mean = MeanEstimate.of(differences(FIRST, SECOND));

        assertThat(mean.mean()).isCloseTo(-0.302, EXACT);
        assertThat(mean.deviation()).isCloseTo(0.16346253393362048, EXACT);
        assertThat(mean.degreesOfFreedom()).isEqualTo(4);
        assertThat(mean.t(0)).isCloseTo(-4.131176196492598, EXACT);
        assertThat(mean.p(0)).isCloseTo(0.014480036422387594, EXACT);
        assertThat(mean.cohensD(0)).isCloseTo(-1.8475181604772954, EXACT);
        assertThat(mean.interval(0.05).low()).isCloseTo(-0.5049655434405377, EXACT);
        assertThat(mean.interval(0.05).high()).isCloseTo(-0.0990344565594623, EXACT);
    }

    @Test
    void agreesWithTheTestOfTheLibrary() {
        assertThat(MeanEstimate.of(differences(FIRST, SECOND)).p(0))
                .isCloseTo(TTest.withDefaults().pairedTest(FIRST, SECOND).getPValue(), EXACT);
        assertThat(MeanEstimate.of(FIRST).p(1.3))
                .isCloseTo(TTest.withDefaults().withMu(1.3).test(FIRST).getPValue(), EXACT)
                .isCloseTo(0.011031240585725298, EXACT);
    }

    @Test
    void correctsForTrainingSetsThatOverlap() {
        double[] rectifier = {.746, .751, .742, .739, .748, .755, .744, .747, .741, .750};
        double[] tanh = {.774, .770, .781, .768, .772, .790, .765, .776, .771, .779};

        MeanEstimate mean = MeanEstimate.ofResamples(1.0 / 9, differences(rectifier, tanh));

        assertThat(mean.standardError()).isCloseTo(0.002748714626651055, EXACT);
        assertThat(mean.t(0)).isCloseTo(-10.295721398506847, within(1e-10));
        assertThat(mean.p(0)).isCloseTo(2.806037984780208e-06, EXACT);
        assertThat(mean.interval(0.05).low()).isCloseTo(-0.034518024481166906, EXACT);
        assertThat(mean.interval(0.05).high()).isCloseTo(-0.022081975518833147, EXACT);
    }

    @Test
    void isWelchsTestOfGroups() {
        MeanEstimate mean = MeanEstimate.ofGroups(FIRST, new double[] {1.77, 1.69, 1.80, 1.71});

        assertThat(mean.t(0)).isCloseTo(-5.419737322584692, within(1e-10));
        assertThat(mean.degreesOfFreedom()).isCloseTo(6.4499822088637835, within(1e-10));
        assertThat(mean.p(0)).isCloseTo(0.0012923361539577028, EXACT);
        assertThat(mean.interval(0.05).low()).isCloseTo(-0.376150366795869, EXACT);
        assertThat(mean.interval(0.05).high()).isCloseTo(-0.1448496332041309, EXACT);
    }

    @Test
    void trustsEqualValuesNoMoreThanTheirSigns() {
        MeanEstimate mean = MeanEstimate.of(0.034 - 0.022, 0.051 - 0.039, 0.046 - 0.034);

        assertThat(mean.deviation()).isZero();
        assertThat(mean.p(0)).isEqualTo(0.25);
        assertThat(mean.p(0.012)).isEqualTo(1);
        assertThat(MeanEstimate.ofGroups(new double[] {0.5, 0.5}, new double[] {0.25, 0.25})
                        .p(0))
                .isEqualTo(0.125);
    }

    @Test
    void refusesASingleValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanEstimate.of(0.5))
                .withMessageContaining("at least two");
    }
}
