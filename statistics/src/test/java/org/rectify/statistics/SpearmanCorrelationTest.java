package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** References by SciPy 1.17: spearmanr; for 7 pairs a count over all 5040 orders; intervals by Bonett's and Wright's formula. */
class SpearmanCorrelationTest {

    private static final double[] COEFFICIENTS = {0, .1, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1};
    private static final double[] SPARSITIES = {.6, .62, .61, .7, .69, .75, .75, .8, .79, .83, .86, .84};

    @Test
    void ranksTiesByTheirMean() {
        SpearmanCorrelation correlation = SpearmanCorrelation.of(COEFFICIENTS, SPARSITIES);

        assertThat(correlation.rho()).isCloseTo(0.9754385964912281, within(1e-12));
        assertThat(correlation.p(0)).isCloseTo(6.75545648405973e-08, within(1e-15));
    }

    @Test
    void isKnownWithinFishersInterval() {
        SpearmanCorrelation correlation = SpearmanCorrelation.of(COEFFICIENTS, SPARSITIES);

        assertThat(correlation.interval(0.05).low()).isCloseTo(0.8853580614240053, within(1e-12));
        assertThat(correlation.interval(0.05).high()).isCloseTo(0.9949282610220178, within(1e-12));
        assertThat(correlation.p(0.9)).isCloseTo(0.07480008503890188, within(1e-12));
    }

    @Test
    void countsAllOrdersOfFewPairs() {
        SpearmanCorrelation correlation = SpearmanCorrelation.of(
                new double[] {1, 2, 5, 10, 20, 50, 100}, new double[] {9.1, 7.3, 7.5, 4.2, 3.9, 1.0, 0.4});

        assertThat(correlation.rho()).isCloseTo(-0.9642857142857145, within(1e-12));
        assertThat(correlation.p()).isEqualTo(14 / 5040.0);
    }

    @Test
    void isNeverCertainOfAPerfectOrder() {
        SpearmanCorrelation correlation =
                SpearmanCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 4, 8, 16});

        assertThat(correlation.rho()).isEqualTo(1, within(1e-12));
        assertThat(correlation.p()).isEqualTo(2 / 120.0);
        assertThat(correlation.interval(0.05).low()).isBetween(-0.2, 0.5);
        assertThat(correlation.interval(0.05).high()).isLessThan(1);
    }

    @Test
    void isZeroWhereOneQuantityDoesNotVary() {
        SpearmanCorrelation correlation =
                SpearmanCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {0.5, 0.5, 0.5, 0.5});

        assertThat(correlation.rho()).isZero();
        assertThat(correlation.p()).isEqualTo(1);
    }
}
