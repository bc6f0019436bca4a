package org.rectify.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationHistogramTest {

    /** From 1 to 41 each of the 40 bins is 1 wide. */
    @Test
    void countsWhatLiesInEachOfFortyBinsAndExactZerosApart() {
        ActivationHistogram histogram = ActivationHistogram.of(0, 2, 1, -0f, 41, 1.5f, 40.5f, 20, 0);

        assertThat(histogram.outputs()).isEqualTo(9);
        assertThat(histogram.zeros()).isEqualTo(3);
        assertThat(histogram.sparsity()).isEqualTo(3.0 / 9);
        assertThat(histogram.lowest()).isEqualTo(1);
        assertThat(histogram.highest()).isEqualTo(41);
        assertThat(histogram.counts()).hasSize(40);
        assertThat(histogram.counts().get(0)).isEqualTo(2);
        assertThat(histogram.counts().get(1)).isEqualTo(1);
        assertThat(histogram.counts().get(19)).isEqualTo(1);
        assertThat(histogram.counts().get(39)).isEqualTo(2);
        assertThat(histogram.counts().stream().mapToInt(count -> count).sum()).isEqualTo(6);
        assertThat(histogram.edge(0)).isEqualTo(1);
        assertThat(histogram.edge(1)).isEqualTo(2);
        assertThat(histogram.edge(40)).isEqualTo(41);
    }

    @Test
    void takesTheLeastNumbersThereAreForOutputsAndNotForZeros() {
        ActivationHistogram histogram = ActivationHistogram.of(0, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 0);

        assertThat(histogram.zeros()).isEqualTo(3);
        assertThat(histogram.lowest()).isEqualTo(-Float.MIN_VALUE);
        assertThat(histogram.counts().get(0)).isEqualTo(1);
        assertThat(histogram.counts().get(39)).isEqualTo(1);
    }

    @Test
    void keepsTheSignsOfOutputs() {
        ActivationHistogram histogram = ActivationHistogram.of(-3, 0, 1, -3, -2.95f);

        assertThat(histogram.lowest()).isEqualTo(-3);
        assertThat(histogram.highest()).isEqualTo(1);
        assertThat(histogram.counts().get(0)).isEqualTo(3);
        assertThat(histogram.counts().get(39)).isEqualTo(1);
    }

    @Test
    void putsEqualOutputsIntoOneBin() {
        assertThat(ActivationHistogram.of(0.5f, 0, 0.5f))
                .isEqualTo(new ActivationHistogram(3, 1, 0.5f, 0.5f, List.of(2)));
    }

    @Test
    void hasNoBinsWhereEveryOutputIsZero() {
        assertThat(ActivationHistogram.of(0, -0f))
                .isEqualTo(new ActivationHistogram(2, 2, Float.NaN, Float.NaN, List.of()));
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        ActivationHistogram histogram =
                ActivationHistogram.of(Float.NaN, 1, Float.POSITIVE_INFINITY, 2, Float.NEGATIVE_INFINITY, 0);

        assertThat(histogram.outputs()).isEqualTo(6);
        assertThat(histogram.zeros()).isEqualTo(1);
        assertThat(histogram.highest()).isEqualTo(2);
        assertThat(histogram.counts().get(0) + histogram.counts().get(39)).isEqualTo(2);
    }

    @Test
    void reachesOverAllFiniteNumbers() {
        ActivationHistogram histogram = ActivationHistogram.of(-Float.MAX_VALUE, Float.MAX_VALUE, 1);

        assertThat(histogram.counts().get(0)).isEqualTo(1);
        assertThat(histogram.counts().get(20)).isEqualTo(1);
        assertThat(histogram.counts().get(39)).isEqualTo(1);
    }

    @Test
    void refusesCountsThatContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActivationHistogram(3, 2, 1, 2, List.of(1, 1)))
                .withMessage("2 zeros and 2 others of 3 outputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActivationHistogram(3, 0, 1, 2, List.of(2, -1)))
                .withMessage("a bin holds -1 outputs");
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivationHistogram(3, -1, 1, 2, List.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActivationHistogram(3, 0, 2, 1, List.of(1)))
                .withMessage("1 bins from 2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivationHistogram(3, 0, Float.NaN, 1, List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivationHistogram(3, 3, 1, 2, List.of()));
    }
}
