package org.rectify.api.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CompressedRowsTest {

    @Test
    void rowsMayBeEmpty() {
        CompressedRows rows = rows(new int[] {0, 2, 2, 3}, 0, 4, 1);

        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.start(2)).isEqualTo(2);
        assertThat(rows.column(2)).isEqualTo(1);
        assertThat(rows.value(2)).isEqualTo(1);
    }

    @Test
    void rowsThatGoBackAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {0, 2, 0, 2}, 0, 1))
                .withMessage("row 1 ends at entry 0, must be 2 to 2");
    }

    @Test
    void rowsBeyondTheEntriesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {0, 5, 2}, 0, 1))
                .withMessage("row 0 ends at entry 5, must be 0 to 2");
    }

    @Test
    void columnsThatDoNotRiseBelowTheirNumberAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {0, 2}, 3, 3))
                .withMessage("row 0: column 3 after 3, must rise below 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {0, 1}, 5))
                .withMessage("row 0: column 5 after -1, must rise below 5");
    }

    private static CompressedRows rows(int[] offsets, int... columns) {
        return new CompressedRows(5, offsets, columns, null);
    }
}
