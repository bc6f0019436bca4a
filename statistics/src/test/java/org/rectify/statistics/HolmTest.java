package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** By hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, and 1 x 0.04 raised to the one before. */
    @Test
    void multipliesByTheNumberOfTestsThatAreLeft() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void leavesASingleTestAlone() {
        assertThat(Holm.adjust(0.04)).containsExactly(0.04);
    }

    @Test
    void neverExceedsOne() {
        assertThat(Holm.adjust(0.9, 0.6, 1)).containsExactly(1, 1, 1);
    }
}
