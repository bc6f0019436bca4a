package org.rectify.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Item 13. */
class ClassificationTest {

    @Test
    void choosesTheFirstOfEqualClasses() {
        assertThat(Classification.predicted(new double[] {-1, -0.5, -0.5}, 0, 3))
                .isEqualTo(1);
    }

    @Test
    void looksAtTheRowOfTheExample() {
        assertThat(Classification.predicted(new double[] {0, -1, -2, -1, 0, -2}, 1, 3))
                .isEqualTo(1);
    }
}
