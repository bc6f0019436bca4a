package org.rectify.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;

class JoinedFeaturesTest {

    private final FloatFeatures dense = new FloatFeatures(new float[] {1, 2, 3, 4}, 2);
    private final CompressedRows sparse =
            new CompressedRows(3, new int[] {0, 2, 2}, new int[] {0, 2}, new float[] {5, 6});

    @Test
    void denseRowsFollowEachOther() {
        Features joined = JoinedFeatures.of(dense, new FloatFeatures(new float[] {7, 8}, 2));

        float[] rows = new float[6];
        for (int row = 0; row < 3; row++) {
            ((DenseFeatures) joined).copyRow(row, rows, 2 * row);
        }
        assertThat(joined.rows()).isEqualTo(3);
        assertThat(rows).containsExactly(1, 2, 3, 4, 7, 8);
    }

    @Test
    void sparseRowsFollowEachOtherAndStaySparse() {
        CompressedRows ones = new CompressedRows(3, new int[] {0, 1, 3}, new int[] {1, 0, 1}, null);

        CompressedRows joined = (CompressedRows) JoinedFeatures.of(sparse, ones);

        assertThat(new int[] {joined.start(0), joined.start(1), joined.start(2), joined.start(3), joined.start(4)})
                .containsExactly(0, 2, 2, 3, 5);
        assertThat(new int[] {joined.column(0), joined.column(1), joined.column(2), joined.column(3), joined.column(4)})
                .containsExactly(0, 2, 1, 0, 1);
        assertThat(new float[] {joined.value(0), joined.value(1), joined.value(2), joined.value(4)})
                .containsExactly(5, 6, 1, 1);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatIllegalArgumentException().isThrownBy(() -> JoinedFeatures.of(dense, sparse));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JoinedFeatures.of(sparse, new FloatFeatures(new float[] {1, 2, 3}, 3)))
                .withMessageContaining("both sparse or both dense");
    }
}
