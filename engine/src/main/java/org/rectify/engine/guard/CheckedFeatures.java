package org.rectify.engine.guard;

import java.util.Locale;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;

/**
 * Holds the inputs of a data set to what it declares: sparse rows at once, dense ones as each is read first.
 *
 * @param guard of the data set
 * @param method that gave them
 * @param info of the data set
 */
record CheckedFeatures(Guard guard, String method, DatasetInfo info) {

    static boolean areDense(Features features) {
        return features instanceof DenseFeatures;
    }

    /** The same inputs, checked. */
    Features of(Features features) {
        Features checked = features instanceof DenseFeatures dense ? new Dense(this, dense) : sparse(features);
        if (checked.columns() != info.inputs()) {
            throw guard.fault(
                    method,
                    "gives rows of " + checked.columns() + " columns, but the declared shape " + info.shape() + " has "
                            + info.inputs() + " inputs");
        }
        return checked;
    }

    private Features sparse(Features features) {
        if (features instanceof CompressedRows rows) {
            for (int row = 0; row < rows.rows(); row++) {
                for (int entry = rows.start(row); entry < rows.start(row + 1); entry++) {
                    require(row, rows.column(entry), rows.value(entry));
                }
            }
        }
        return features;
    }

    private void require(int row, int column, float value) {
        OutputRange range = info.range();
        // A bound such as 0.1 is no float.
        if (!(value >= (float) range.lowest() && value <= (float) range.highest() && Float.isFinite(value))) {
            throw guard.fault(
                    method,
                    String.format(
                            Locale.ROOT,
                            "gives %s in row %d, column %d; the range declared is %s",
                            value,
                            row,
                            column,
                            range));
        }
    }

    /** Dense rows behind the guard. */
    private static final class Dense implements DenseFeatures {

        /** An array of Java has no more elements. */
        private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

        private final CheckedFeatures checks;
        private final DenseFeatures features;
        private final int rows;
        private final int columns;
        private final Call copyRow;
        /** Which rows were checked; threads that do it twice do no harm. */
        private final boolean[] seen;

        Dense(CheckedFeatures checks, DenseFeatures features) {
            this.checks = checks;
            this.features = features;
            this.rows = checks.guard().call(checks.method() + "().rows", features::rows);
            this.columns = checks.guard().call(checks.method() + "().columns", features::columns);
            if (rows < 0) {
                throw checks.guard().fault(checks.method() + "().rows", "gives " + rows);
            }
            this.copyRow = checks.guard().method(checks.method() + "().copyRow");
            if (rows > MOST_ROWS) {
                throw checks.guard().fault(checks.method() + "().rows", "gives " + rows + "; at most " + MOST_ROWS);
            }
            this.seen = new boolean[rows];
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public void copyRow(int row, float[] target, int offset) {
            if (seen[row]) {
                copy(row, target, offset);
                int place = NumberChecks.firstNotFinite(target, offset, offset + columns);
                if (place >= 0) {
                    checks.require(row, place - offset, target[place]);
                }
                return;
            }
            float[] window = Window.blank(columns);
            copy(row, window, Window.MARGIN);
            Window.requireWritten(copyRow, "column", window);
            for (int column = 0; column < columns; column++) {
                checks.require(row, column, window[Window.MARGIN + column]);
            }
            Window.copyBack(copyRow, "column", window, target, offset);
            seen[row] = true;
        }

        private void copy(int row, float[] target, int offset) {
            Slot slot = checks.guard().slot();
            Call outer = slot.enter(copyRow);
            try {
                features.copyRow(row, target, offset);
            } catch (Throwable e) {
                throw copyRow.fault(e);
            } finally {
                slot.leave(outer);
            }
        }
    }
}
